/** Unknown is no zero: nobody could tell. Nothing: it is known that nothing of its kind happened. */
export type Known<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'nothing' }
  | { readonly state: 'unknown' };

export const knownFact = <T>(value: T): Known<T> => ({ state: 'known', value });
export const NOTHING_HAPPENED = { state: 'nothing' } as const;
export const UNKNOWN_FACT = { state: 'unknown' } as const;

export interface LeaveFact {
  readonly occurrences: number;
  /** Half a day is 0.5. */
  readonly days: number;
}

export interface AttendanceFact {
  readonly lateCount: number;
  readonly earlyCount: number;
  /** Without leave, more than three hours late included (L414). */
  readonly absentDays: number;
  readonly sick: LeaveFact;
  readonly personal: LeaveFact;
  /** The calendar year up to the end of the month. */
  readonly year: {
    readonly sickDays: number;
    readonly personalDays: number;
    readonly lateOrEarlyCount: number;
    readonly absentDays: number;
  };
}

/** A case that lay longer in hand than allowed, or work that was judged wrong; `work` is the number of the work order. */
export interface FaultyWork {
  readonly work: string;
  /** Minutes in hand, of an overdue case. */
  readonly minutes?: number;
}

export interface InHandFact {
  /** Cases of the month; those excluded for a documented outside cause are not among them (L378). */
  readonly cases: number;
  readonly averageMinutes: number;
  readonly overdue: readonly FaultyWork[];
}

export interface AccuracyFact {
  readonly judged: number;
  readonly right: number;
  /** Those of the wrong ones that are named. */
  readonly wrong: readonly FaultyWork[];
}

export interface ExamFact {
  readonly score: number;
  readonly fullMarks: number;
}

export type ScoreItemKind = 'award' | 'deduction' | 'fine';

/** What somebody recorded, with who and why. */
export interface ScoreItem {
  readonly id: string;
  readonly kind: ScoreItemKind;
  /** Word of the matter, e.g. `adopted-proposal`, `other-work`, `uniform`. */
  readonly category: string;
  /** Points, positive; of awards and deductions. */
  readonly points: number;
  readonly text: string;
  readonly recordedBy: string;
  /** What it is about, e.g. `work-order:W20261003-000017`: the same incident is deducted once (L388). */
  readonly incident?: string;
}

/** What an appeal changed. */
export interface ScoreCorrection {
  /** Points given back, or taken when negative. */
  readonly points: number;
  readonly reason: string;
  readonly decidedBy: string;
}

export interface ScoreFacts {
  /** YYYY-MM. */
  readonly month: string;
  readonly attendance: Known<AttendanceFact>;
  readonly inHand: Known<InHandFact>;
  readonly accuracy: Known<AccuracyFact>;
  readonly exam: Known<ExamFact>;
  readonly items: readonly ScoreItem[];
  readonly correction?: ScoreCorrection;
}

export const SCORE_FACT_NAMES = ['attendance', 'inHand', 'accuracy', 'exam'] as const;
export type ScoreFactName = (typeof SCORE_FACT_NAMES)[number];

/** Facts that nobody could tell: nothing is deducted for them, and the score is not whole. */
export function missingFacts(facts: ScoreFacts): readonly ScoreFactName[] {
  return SCORE_FACT_NAMES.filter((name) => facts[name].state === 'unknown');
}
