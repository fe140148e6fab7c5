import { COMMON_ERRORS, OUTAGE_ERRORS } from '@switchyard/contracts';
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

/** Nobody is without supply for so long: a year that was mistyped, of which customers would be told. */
const LONGEST_MS = 31 * 86_400_000;

/** @throws DomainError `request.invalid` */
export function assertNotLongOver({ startsAt }: Pick<Outage, 'startsAt'>, now: Date): void {
  const earliest = new Date(now.getTime() - LONGEST_MS);
  if (startsAt >= earliest) return;
  throw new DomainError(COMMON_ERRORS.invalid, 'startsAt lies more than 31 days back; correct the date.', {
    fields: [{ field: 'startsAt', problems: [`must not be earlier than ${earliest.toISOString()}`] }],
  });
}
