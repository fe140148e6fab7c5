import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

export interface ServiceLevelTestPolicy {
  readonly writtenPercent: number;
  readonly phonePercent: number;
}

/** The document says 40 % and 100 %, which cannot be: 40/60 until somebody confirms it (§12 formula 10, C13). */
export const STANDARD_SERVICE_LEVEL_TEST_POLICY: ServiceLevelTestPolicy = {
  writtenPercent: 40,
  phonePercent: 60,
};

/** A policy out of JSON, with every problem named by its path; the two weights sum to 100. */
export function parseServiceLevelTestPolicy(
  document: unknown,
): Result<ServiceLevelTestPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy = {
    writtenPercent: reader.integer('writtenPercent', 0, 100),
    phonePercent: reader.integer('phonePercent', 0, 100),
  };
  if (reader.problems.length === 0 && policy.writtenPercent + policy.phonePercent !== 100)
    reader.complain('phonePercent', 'and writtenPercent must sum to 100');
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

/** written × weight + phone × weight (§12 formula 10), both out of 100; 0 to 100 with two decimals. */
export function serviceLevelResult(
  { written, phone }: { readonly written: number; readonly phone: number },
  { writtenPercent, phonePercent }: ServiceLevelTestPolicy,
): number {
  return Math.round(written * writtenPercent + phone * phonePercent) / 100;
}
