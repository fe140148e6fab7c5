import { COMMON_ERRORS, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { WorkOrder } from './work-orders.port';

const ALL = 'all';

/** Owners and areas that somebody may see; undefined for all. */
export function scopeOf({ actor }: RequestContext): readonly string[] | undefined {
  return actor.scope.includes(ALL) ? undefined : actor.scope;
}

/**
 * Who may act: whose department has it in hand, or whose area it is in.
 * @param others departments that may as well, e.g. the one that a measure is planned for
 * @throws DomainError `access.forbidden` for a work order of another department and area
 */
export function assertWithinScope(
  workOrder: WorkOrder,
  context: RequestContext,
  others: readonly string[] = [],
): void {
  const { owner, areaCode } = workOrder;
  assertOneOf([owner, areaCode, ...others], workOrder, context);
}

/**
 * Who may read: the same, the department that had it last, and whoever opened it or is responsible for it.
 * @throws DomainError `access.forbidden`
 */
export function assertMayRead(workOrder: WorkOrder, context: RequestContext): void {
  const { owner, areaCode, lastDepartment, openedBy, responsible } = workOrder;
  if ([openedBy, responsible].includes(context.actor.id)) return;
  assertOneOf([owner, areaCode, lastDepartment], workOrder, context);
}

function assertOneOf(
  names: readonly (string | undefined)[],
  { number, owner }: WorkOrder,
  context: RequestContext,
): void {
  const scope = scopeOf(context);
  if (!scope || names.some((name) => name !== undefined && scope.includes(name))) return;
  throw new DomainError(
    COMMON_ERRORS.forbidden,
    `${number} is with ${owner}, outside the departments and areas that you see.`,
    { number },
  );
}
