import { COMMON_ERRORS, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { StoredClock } from './stored-clocks.port';

/** Departments and areas that the asking person may see; nothing for somebody who may see all. */
export function scopeOf({ actor }: RequestContext): { readonly within?: readonly string[] } {
  return actor.scope.includes('all') ? {} : { within: actor.scope };
}

/** Whether a clock is one's own department's or of one's area. */
export function isWithin({ owner, areaCode }: StoredClock, context: RequestContext): boolean {
  const { within } = scopeOf(context);
  return !within || within.includes(owner) || (areaCode !== undefined && within.includes(areaCode));
}

/** @throws DomainError `access.forbidden` for the clock of another department and area */
export function assertClockWithin(clock: StoredClock, context: RequestContext): void {
  if (isWithin(clock, context)) return;
  const { id: clockId, owner } = clock;
  throw new DomainError(
    COMMON_ERRORS.forbidden,
    `This time limit is that of ${owner}, outside the departments and areas that you see.`,
    { clockId },
  );
}
