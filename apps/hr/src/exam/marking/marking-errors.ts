import { EXAM_ATTEMPT_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

export const notMarker = (why: string): DomainError => new DomainError(EXAM_ATTEMPT_ERRORS.notMarker, why);

export const markInvalid = (field: string, problem: string): DomainError =>
  new DomainError(EXAM_ATTEMPT_ERRORS.markInvalid, `This mark cannot be: ${problem}.`, {
    fields: [{ field, problems: [problem] }],
  });
