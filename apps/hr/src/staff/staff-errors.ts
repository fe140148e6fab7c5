import { type RequestContext, STAFF_ERRORS } from '@switchyard/contracts';
import type { StepRefusal } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

export const staffNotFound = (staffNumber: string): DomainError =>
  new DomainError(STAFF_ERRORS.notFound, `There is no member of staff ${staffNumber}.`, {
    field: 'staffNumber',
    staffNumber,
  });

export const unknownPlace = (field: string, code: string): DomainError =>
  new DomainError(
    STAFF_ERRORS.unknownPlace,
    `There is no ${field.replace('Code', '')} "${code}" in use; see GET /api/v1/organisation.`,
    { field, code },
  );

/** @throws DomainError `staff.own-step` when somebody would decide about themselves */
export function assertNotOwn(
  { staffNumber, accountId }: { readonly staffNumber: string; readonly accountId?: string },
  { actor }: RequestContext,
): void {
  if (accountId === undefined || accountId !== actor.id) return;
  throw new DomainError(STAFF_ERRORS.ownStep, 'This is you: somebody else has to record it.', {
    staffNumber,
  });
}

export const stepRefused = (staffNumber: string, { problem, status }: StepRefusal): DomainError =>
  new DomainError(STAFF_ERRORS.stepRefused, `This step is not possible for ${staffNumber}: ${problem}.`, {
    field: 'kind',
    staffNumber,
    status,
    problem,
  });
