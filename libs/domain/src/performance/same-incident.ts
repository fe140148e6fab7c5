import type { FaultyWork, ScoreFacts, ScoreItem } from './score-facts';

/** Beyond it, what the system counted stands; nobody has as many recorded twice in a month. */
const MOST_TRIED = 8;

/** One way to count every incident once: the facts that are counted, and the recorded items that are not. */
export interface CountedOnce {
  readonly facts: ScoreFacts;
  readonly void: readonly ScoreItem[];
}

/**
 * Every way to count each incident once (L388, no double deduction): of items about the same incident the dearest stands; of an item
 * and an overdue case or a wrong piece of work either the one or the other. What the system counted stands in the first way.
 */
export function waysToCountOnce(facts: ScoreFacts): readonly CountedOnce[] {
  const { kept, doubled } = dearestOfEach(facts.items);
  const counted = new Set([...overdueOf(facts), ...wrongOf(facts)].map(({ work }) => incidentOf(work)));
  const both = kept.filter((item) => item.kind === 'deduction' && counted.has(item.incident ?? ''));
  const tried = both.slice(0, MOST_TRIED);
  return Array.from({ length: 2 ** tried.length }, (_, way) => {
    const byItem = tried.filter((_item, index) => (way >> index) % 2 === 1);
    const out = both.filter((item) => !byItem.includes(item));
    const items = kept.filter((item) => !out.includes(item));
    return { facts: withoutWork({ ...facts, items }, byItem), void: [...doubled, ...out] };
  });
}

export const incidentOf = (work: string): string => `work-order:${work}`;

function dearestOfEach(items: readonly ScoreItem[]): {
  kept: readonly ScoreItem[];
  doubled: readonly ScoreItem[];
} {
  const dearest = new Map<string, ScoreItem>();
  for (const item of items) {
    if (item.kind !== 'deduction' || item.incident === undefined) continue;
    const other = dearest.get(item.incident);
    if (!other || item.points > other.points) dearest.set(item.incident, item);
  }
  const stands = (item: ScoreItem) =>
    item.kind !== 'deduction' || item.incident === undefined || dearest.get(item.incident) === item;
  return { kept: items.filter(stands), doubled: items.filter((item) => !stands(item)) };
}

function withoutWork(facts: ScoreFacts, items: readonly ScoreItem[]): ScoreFacts {
  const gone = new Set(items.map(({ incident }) => incident));
  const stays = ({ work }: FaultyWork) => !gone.has(incidentOf(work));
  const { inHand, accuracy } = facts;
  return {
    ...facts,
    ...(inHand.state === 'known' && {
      inHand: { ...inHand, value: { ...inHand.value, overdue: inHand.value.overdue.filter(stays) } },
    }),
    ...(accuracy.state === 'known' && {
      accuracy: {
        ...accuracy,
        value: {
          ...accuracy.value,
          right: accuracy.value.right + wrongOf(facts).filter((work) => !stays(work)).length,
        },
      },
    }),
  };
}

const overdueOf = ({ inHand }: ScoreFacts): readonly FaultyWork[] =>
  inHand.state === 'known' ? inHand.value.overdue : [];

const wrongOf = ({ accuracy }: ScoreFacts): readonly FaultyWork[] =>
  accuracy.state === 'known' ? accuracy.value.wrong : [];
