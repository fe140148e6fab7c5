import { WORK_ORDER_ERRORS } from '@switchyard/contracts';
import type { NotAllowed } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { WorkOrder } from './work-orders.port';

export function workOrderNotFound(number: string): DomainError {
  return new DomainError(WORK_ORDER_ERRORS.notFound, `There is no work order ${number}.`, { number });
}

export function notAllowed(number: string, { event, stage, allowedIn }: NotAllowed): DomainError {
  const remedy =
    allowedIn.length === 0
      ? `work orders of this kind know no "${event}"`
      : `"${event}" is possible in ${allowedIn.join(', ')}`;
  return new DomainError(WORK_ORDER_ERRORS.wrongState, `${number} is in stage ${stage}: ${remedy}.`, {
    number,
    event,
    stage,
    allowedIn,
  });
}

/** @throws DomainError `work-order.version-conflict` when it changed since `expectedSeq`. */
export function assertUnchanged({ number, seq }: WorkOrder, expectedSeq: number | undefined): void {
  if (expectedSeq === undefined || expectedSeq === seq) return;
  throw new DomainError(
    WORK_ORDER_ERRORS.versionConflict,
    `${number} has changed since you read it (it is at ${seq}, not ${expectedSeq}): read it again, then decide.`,
    { field: 'expectedSeq', number, seq, expectedSeq },
  );
}

/** @throws DomainError `work-order.in-past` for a time that has passed */
export function assertFuture(field: string, at: Date, now: Date): void {
  if (at > now) return;
  throw new DomainError(WORK_ORDER_ERRORS.inPast, `${field} lies in the past; give a time to come.`, {
    field,
    now: now.toISOString(),
  });
}

/** @throws DomainError `work-order.not-allowed-in-state` unless the clocks stand still, or run, as they should */
export function assertStands({ number, stage, paused }: WorkOrder, still: boolean): void {
  if (paused === still) return;
  const message = paused
    ? `${number} stands still already; resume it.`
    : `${number} does not stand still; there is nothing to resume.`;
  throw new DomainError(WORK_ORDER_ERRORS.wrongState, message, { number, stage, paused });
}
