import { FOLLOW_UP_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { type FollowUp, isToDo } from './follow-up';

export function followUpNotFound(itemId: string): DomainError {
  return new DomainError(FOLLOW_UP_ERRORS.notFound, `There is no follow-up ${itemId}.`, { itemId });
}

/** @throws DomainError `follow-up.not-allowed-in-state` when it is over. */
export function assertToDo(item: FollowUp): void {
  if (isToDo(item)) return;
  throw new DomainError(
    FOLLOW_UP_ERRORS.wrongState,
    `This follow-up is ${item.status}; only one that is open or assigned can be changed.`,
    { itemId: item.id, status: item.status },
  );
}

/** All of the ids, in their order. @throws DomainError `follow-up.not-found` */
export function allOf(ids: readonly string[], found: readonly FollowUp[]): readonly FollowUp[] {
  return ids.map((id) => {
    const item = found.find((one) => one.id === id);
    if (!item) throw followUpNotFound(id);
    return item;
  });
}
