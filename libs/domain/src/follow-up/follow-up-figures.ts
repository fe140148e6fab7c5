/** Sums over follow-ups; each counts once. */
export interface FollowUpCounts {
  /** All that had to be done; those without a contact left out (C5). */
  readonly planned: number;
  readonly excluded: number;
  readonly done: number;
  readonly doneOnTime: number;
  readonly notReached: number;
  /** Neither done nor given up, and past their time. */
  readonly overdue: number;
  /** Done with an answer on the scale. */
  readonly rated: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
}

/** Per cent with one decimal; absent where there is nothing to divide by. */
export interface FollowUpRates {
  readonly donePercent?: number;
  readonly onTimePercent?: number;
  readonly satisfiedPercent?: number;
}

export function followUpRates(counts: FollowUpCounts): FollowUpRates {
  return {
    donePercent: percent(counts.done, counts.planned),
    onTimePercent: percent(counts.doneOnTime, counts.planned),
    satisfiedPercent: percent(counts.satisfied, counts.rated),
  };
}

/** Rounded down, so that only all of them are 100 %. */
function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.floor((part * 1000) / whole) / 10;
}
