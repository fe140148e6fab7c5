import type { Quarter } from './training-quarter';

/** One line of the annual plan (§15). */
export interface PlanItem {
  readonly quarter: Quarter;
  readonly courseCode: string;
  readonly sessions: number;
  /** People to be trained; 0 when the plan names none. */
  readonly people: number;
  readonly audience?: string;
}

/** Sessions of a course in a quarter of the plan's year. */
export interface HeldInQuarter {
  readonly quarter: Quarter;
  readonly courseCode: string;
  readonly planned: number;
  readonly held: number;
  readonly peopleTrained: number;
}

export const PLAN_PROGRESS_STATES = ['not-due', 'scheduled', 'behind', 'done'] as const;

export interface PlanItemProgress extends PlanItem {
  readonly sessionsPlanned: number;
  readonly sessionsHeld: number;
  readonly peopleTrained: number;
  /** behind: the quarter is over and less was held than planned. */
  readonly state: (typeof PLAN_PROGRESS_STATES)[number];
}

export interface PlanProgress {
  readonly items: readonly PlanItemProgress[];
  /** Held although no line of the plan names them. */
  readonly unplanned: readonly HeldInQuarter[];
}

/** How far the plan's year is; `quarterOver` tells of each quarter whether it has ended. */
export function planProgress(
  items: readonly PlanItem[],
  held: readonly HeldInQuarter[],
  quarterOver: (quarter: Quarter) => boolean,
): PlanProgress {
  const same =
    (one: Pick<PlanItem, 'quarter' | 'courseCode'>) => (other: Pick<PlanItem, 'quarter' | 'courseCode'>) =>
      one.quarter === other.quarter && one.courseCode === other.courseCode;
  return {
    items: items.map((item) => {
      const found = held.find(same(item));
      const progress = {
        ...item,
        sessionsPlanned: found?.planned ?? 0,
        sessionsHeld: found?.held ?? 0,
        peopleTrained: found?.peopleTrained ?? 0,
      };
      return { ...progress, state: stateOf(progress, quarterOver(item.quarter)) };
    }),
    unplanned: held.filter((one) => one.held > 0 && !items.some(same(one))),
  };
}

function stateOf(
  item: PlanItem & { sessionsPlanned: number; sessionsHeld: number; peopleTrained: number },
  over: boolean,
): PlanItemProgress['state'] {
  if (item.sessionsHeld >= item.sessions && item.peopleTrained >= item.people) return 'done';
  if (over) return 'behind';
  return item.sessionsHeld + item.sessionsPlanned >= item.sessions ? 'scheduled' : 'not-due';
}
