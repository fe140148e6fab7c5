import type { ListFlag, ValueTier } from '../shared';

/** What decides a caller's place in a queue. */
export interface CallerStanding {
  readonly valueTier: ValueTier;
  readonly listFlag: ListFlag;
}

/** Priorities as the PBX takes them: the higher is served first, equals by arrival. */
export const QUEUE_PRIORITY = { first: 20, ordinary: 10, last: 0 } as const;

/**
 * Priority in a queue (§17): high tier and red list first, the black list last, the rest by arrival. The list flag
 * decides before the tier, so that a high-tier caller on the black list is last; the fields stay separate (C29).
 */
export function queuePriority({ valueTier, listFlag }: CallerStanding): number {
  switch (listFlag) {
    case 'black':
      return QUEUE_PRIORITY.last;
    case 'red':
      return QUEUE_PRIORITY.first;
    case 'normal':
      return valueTier === 'high' ? QUEUE_PRIORITY.first : QUEUE_PRIORITY.ordinary;
  }
}
