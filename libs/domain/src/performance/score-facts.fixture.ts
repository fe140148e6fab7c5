import {
  type AccuracyFact,
  type AttendanceFact,
  type InHandFact,
  knownFact,
  type ScoreFacts,
  type ScoreItem,
} from './score-facts';

const NO_LEAVE = { occurrences: 0, days: 0 };

export const faultless: AttendanceFact = {
  lateCount: 0,
  earlyCount: 0,
  absentDays: 0,
  sick: NO_LEAVE,
  personal: NO_LEAVE,
  year: { sickDays: 0, personalDays: 0, lateOrEarlyCount: 0, absentDays: 0 },
};

/** Facts of October 2026 without a fault, but for what is told. */
export function factsWith(faults: {
  readonly month?: string;
  readonly attendance?: Partial<AttendanceFact>;
  readonly inHand?: Partial<InHandFact>;
  readonly accuracy?: Partial<AccuracyFact>;
  readonly exam?: { readonly score: number; readonly fullMarks: number };
  readonly items?: readonly ScoreItem[];
}): ScoreFacts {
  const { month = '2026-10', attendance, inHand, accuracy, exam, items = [] } = faults;
  return {
    month,
    items,
    attendance: knownFact({ ...faultless, ...attendance }),
    inHand: knownFact({ cases: 100, averageMinutes: 3, overdue: [], ...inHand }),
    accuracy: knownFact({ judged: 1000, right: 1000, wrong: [], ...accuracy }),
    exam: knownFact(exam ?? { score: 100, fullMarks: 100 }),
  };
}

let count = 0;

export function scoreItem(kind: ScoreItem['kind'], points: number, more: Partial<ScoreItem> = {}): ScoreItem {
  count += 1;
  return {
    id: `item-${count}`,
    kind,
    category: 'other-work',
    points,
    text: '说明',
    recordedBy: 'head',
    ...more,
  };
}

export const overdueCases = (cases: number) =>
  Array.from({ length: cases }, (_, index) => ({ work: `W20261003-${index}`, minutes: 9 }));
