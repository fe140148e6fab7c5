import { OUTAGE_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { statusOf } from './outage-view';
import type { Outage } from './outages.port';

export function outageNotFound(outageId: string): DomainError {
  return new DomainError(OUTAGE_ERRORS.notFound, `There is no outage ${outageId}.`, { outageId });
}

/** @throws DomainError `outage.not-allowed-in-state` when the outage is over. */
export function assertNotOver(outage: Outage, now: Date): void {
  const status = statusOf(outage, now);
  if (status !== 'restored' && status !== 'cancelled') return;
  throw new DomainError(
    OUTAGE_ERRORS.wrongState,
    `This outage is ${status}; register another one if supply is out again.`,
    { outageId: outage.id, status },
  );
}

/** @throws DomainError `outage.ends-before-start` */
export function assertInOrder(field: string, startsAt: Date, end: Date | undefined): void {
  if (!end || end > startsAt) return;
  throw new DomainError(OUTAGE_ERRORS.endsBeforeStart, `${field} must be later than the start.`, {
    field,
    startsAt: startsAt.toISOString(),
  });
}
