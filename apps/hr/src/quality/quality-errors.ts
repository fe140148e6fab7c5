import { QUALITY_ERRORS } from '@switchyard/contracts';
import type { DocumentProblem } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

/** A refusal that names every field and its problem. */
export function refusal(code: string, what: string, problems: readonly DocumentProblem[]): DomainError {
  const summary = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return new DomainError(code, `${what}: ${summary}.`, {
    fields: problems.map(({ path, problem }) => ({ field: path, problems: [problem] })),
  });
}

export function marksInvalid(problems: readonly DocumentProblem[]): DomainError {
  return refusal(QUALITY_ERRORS.marksInvalid, 'These marks do not fit the scorecard', problems);
}

export function staffUnknown(staffNumber: string, field = 'staffNumber'): DomainError {
  return new DomainError(
    QUALITY_ERRORS.staffUnknown,
    `There is no active staff member ${staffNumber}; GET /staff lists them.`,
    { field, staffNumber },
  );
}
