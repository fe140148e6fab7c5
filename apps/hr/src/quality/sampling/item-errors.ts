import { QUALITY_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { SampleItem } from './sample-items.port';

/** @throws DomainError `quality-item.not-found` */
export function knownItem(item: SampleItem | undefined, itemId: string): SampleItem {
  if (item) return item;
  throw new DomainError(
    QUALITY_ERRORS.itemNotFound,
    `There is no drawn call ${itemId}; GET /quality/items lists them.`,
    { itemId },
  );
}

export function itemNotOpen({ id, state }: SampleItem): DomainError {
  const why = state === 'gone' ? 'Its recording cannot be heard any more.' : 'It has been judged already.';
  return new DomainError(QUALITY_ERRORS.itemNotOpen, why, { itemId: id, state });
}
