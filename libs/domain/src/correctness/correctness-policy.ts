import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/**
 * What is judged (art. 23(8)(9)): work orders that are neither query nor consultation, queries and consultations by their key fields, and
 * outage notices by area.
 */
export const AUDITED_SUBJECTS = ['work-orders', 'enquiries', 'outage-notices'] as const;
export type AuditedSubject = (typeof AUDITED_SUBJECTS)[number];

export interface CorrectnessPolicy {
  /** Per cent of the period's work that is drawn, rounded up. */
  readonly samplePercent: Readonly<Record<AuditedSubject, number>>;
  /** Drawn however small the share; all there is where there is less. */
  readonly atLeast: number;
  /** Per cent that must be right. */
  readonly targetPercent: Readonly<Record<AuditedSubject, number>>;
}

/** Targets of art. 23(8)(9) (§13, C9). How much is drawn is [ours]. */
export const STANDARD_CORRECTNESS_POLICY: CorrectnessPolicy = {
  samplePercent: { 'work-orders': 5, enquiries: 5, 'outage-notices': 20 },
  atLeast: 30,
  targetPercent: { 'work-orders': 99, enquiries: 95, 'outage-notices': 98 },
};

/** A policy out of JSON, with every problem named by its path. */
export function parseCorrectnessPolicy(
  document: unknown,
): Result<CorrectnessPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const percents = (field: string) => {
    const shares = reader.object(field);
    const policy = {
      'work-orders': shares.integer('work-orders', 1, 100),
      enquiries: shares.integer('enquiries', 1, 100),
      'outage-notices': shares.integer('outage-notices', 1, 100),
    };
    shares.refuseUnknownFields();
    return policy;
  };
  const policy: CorrectnessPolicy = {
    samplePercent: percents('samplePercent'),
    atLeast: reader.integer('atLeast', 1, 10_000),
    targetPercent: percents('targetPercent'),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
