import type { QueueCounts } from './queue-counts';

/** Ratios are 0 to 1; each is null where nothing of its kind happened. */
export interface QueueFigures {
  /**
   * Answered in time ÷ (offered − abandoned in time − waiting in time): who gives up before the limit was not kept
   * waiting, and of whom it has not yet come for it is not decided (T4.4).
   */
  readonly serviceLevel: number | null;
  /** Answered by a human ÷ (offered − waiting): of those who asked for a human and do not wait any more (§12). */
  readonly answerRate: number | null;
  /** Abandoned ÷ (offered − waiting). */
  readonly abandonRate: number | null;
  /** Average speed of answer: seconds that the answered waited ÷ answered. */
  readonly averageWaitSeconds: number | null;
  /**
   * Average handling time: (talk + hold + after-call) ÷ answered (C14), of all agents who had the caller one after
   * another. What is not known of a talk is taken to be as the mean of those of which it is.
   */
  readonly averageHandlingSeconds: number | null;
  /** Talk without hold, and hold, of one agent's talk, over those of which it is known what was hold. */
  readonly averageTalkSeconds: number | null;
  readonly averageHoldSeconds: number | null;
  readonly averageAfterCallSeconds: number | null;
  readonly averageRingSeconds: number | null;
  /** Answered calls whose ringing was longer than allowed ÷ those of which it is known. */
  readonly rangTooLongShare: number | null;
  /** Transferred ÷ answered (art. 23). */
  readonly transferRate: number | null;
}

/** The figures of any time and any group, from what was added up over it. */
export function figuresOf(counts: QueueCounts): QueueFigures {
  const handled = ratio(counts.handledSeconds, counts.talked);
  const afterCall = ratio(counts.afterCallSeconds, counts.wrappedUp);
  const decided = counts.offered - counts.waiting;
  return {
    serviceLevel: ratio(
      counts.answeredInTime,
      counts.offered - counts.abandonedInTime - counts.waitingInTime,
    ),
    answerRate: ratio(counts.answered, decided),
    abandonRate: ratio(counts.abandoned, decided),
    averageWaitSeconds: ratio(counts.waitSeconds, counts.answered),
    averageHandlingSeconds:
      handled === null ? null : ratio((handled + (afterCall ?? 0)) * counts.talks, counts.answered),
    averageTalkSeconds: ratio(counts.talkSeconds, counts.holdKnown),
    averageHoldSeconds: ratio(counts.holdSeconds, counts.holdKnown),
    averageAfterCallSeconds: afterCall,
    averageRingSeconds: ratio(counts.ringSeconds, counts.rang),
    rangTooLongShare: ratio(counts.rangTooLong, counts.rang),
    transferRate: ratio(counts.transferred, counts.answered),
  };
}

/** Of callers who did not ask for a human: the menus served them to the end ÷ all who were in a menu (T4.4). */
export function selfServiceRate(callers: {
  readonly inMenus: number;
  readonly served: number;
}): number | null {
  return ratio(callers.served, callers.inMenus);
}

/** What callers said after their calls (T1.7). */
export interface RatingCounts {
  readonly ratings: number;
  readonly csatGiven: number;
  readonly csatSum: number;
  readonly solvedAsked: number;
  readonly solved: number;
  readonly npsAsked: number;
  /** Gave 9 or 10, and 0 to 6. */
  readonly promoters: number;
  readonly detractors: number;
}

export interface RatingFigures {
  /** Mean of 1 to 5. */
  readonly averageCsat: number | null;
  /** Said that their matter was solved ÷ those asked. */
  readonly solvedRate: number | null;
  /** Percentage of promoters less that of detractors, −100 to 100 (§12). */
  readonly nps: number | null;
}

export function ratingFigures(counts: RatingCounts): RatingFigures {
  const nps = ratio(counts.promoters - counts.detractors, counts.npsAsked);
  return {
    averageCsat: ratio(counts.csatSum, counts.csatGiven),
    solvedRate: ratio(counts.solved, counts.solvedAsked),
    nps: nps === null ? null : nps * 100,
  };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
