import { WORK_ORDER_ERRORS, type WorkOrderKind } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { OpenWorkOrderCommand } from './open-work-order.command';

/**
 * What a work order cannot do without, and what an anonymous one may not have (art. 15(12)): a number that was stored
 * once may be found for ever.
 * @throws DomainError `work-order.identity-given`, `work-order.field-missing`
 */
export function assertComplete(command: OpenWorkOrderCommand): void {
  const { kind, anonymous = false, accountNo, phone, applicationKind } = command;
  if (anonymous && (accountNo !== undefined || phone !== undefined)) {
    throw new DomainError(
      WORK_ORDER_ERRORS.identityGiven,
      'An anonymous work order keeps neither account nor phone; leave both out.',
      { field: phone === undefined ? 'accountNo' : 'phone' },
    );
  }
  if (kind === 'call-back-request' && phone === undefined) throw missing('phone', kind);
  if (kind === 'application' && applicationKind === undefined) throw missing('applicationKind', kind);
}

function missing(field: string, kind: WorkOrderKind): DomainError {
  return new DomainError(WORK_ORDER_ERRORS.fieldMissing, `A work order of kind ${kind} needs ${field}.`, {
    field,
  });
}
