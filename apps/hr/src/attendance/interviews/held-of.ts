import { ATTENDANCE_ERRORS, type HoldInterviewRequest, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';

/** @throws DomainError `punch.bad-time` when it is said to be held in the future */
export function heldOf(request: HoldInterviewRequest, now: Date, { actor }: RequestContext) {
  const { record, fileKey, fileName, heldAt } = request;
  const at = heldAt === undefined ? now : new Date(heldAt);
  if (at > now) {
    throw new DomainError(ATTENDANCE_ERRORS.punchBadTime, 'An interview is recorded once it was held.', {
      field: 'heldAt',
    });
  }
  return {
    heldAt: at,
    heldBy: actor.id,
    record,
    ...(fileKey !== undefined && { fileKey, fileName: fileName ?? 'file' }),
  };
}
