import { COMMON_ERRORS, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { WorkOrder } from './work-orders.port';

const ALL = 'all';

/** Owners and areas that somebody may see; undefined for all. */
export function scopeOf({ actor }: RequestContext): readonly string[] | undefined {
  return actor.scope.includes(ALL) ? undefined : actor.scope;
}

/** @throws DomainError `access.forbidden` for a work order of another department and area */
export function assertWithinScope(workOrder: WorkOrder, context: RequestContext): void {
  const scope = scopeOf(context);
  if (!scope) return;
  const { number, owner, areaCode } = workOrder;
  if (scope.includes(owner) || (areaCode !== undefined && scope.includes(areaCode))) return;
  throw new DomainError(
    COMMON_ERRORS.forbidden,
    `${number} is with ${owner}, outside the departments and areas that you see.`,
    { number },
  );
}
