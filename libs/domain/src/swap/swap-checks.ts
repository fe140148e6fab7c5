import { addMonths, type LocalDate } from '../shared';
import type { SwapLimits, SwapPolicy } from './swap-policy';

export interface SwapShift {
  readonly id: string;
  readonly staffNumber: string;
  readonly workDate: LocalDate;
  readonly startAt: Date;
  readonly endAt: Date;
}

export const SWAP_PROBLEMS = [
  'same-person',
  'partner-unavailable',
  'other-post',
  'not-yours',
  'not-partners',
  'begun',
  'counts-differ',
  'not-consecutive',
  'month-used',
  'year-used',
  'notice-too-short',
  'repaid-too-late',
  'overlaps',
  'rest-too-short',
  'on-leave',
] as const;
export type SwapProblemKind = (typeof SWAP_PROBLEMS)[number];

export interface SwapProblem {
  readonly kind: SwapProblemKind;
  /** The day, month, year or staff number that it is about. */
  readonly about?: string;
}

export interface SwapParty {
  readonly staffNumber: string;
  readonly roleKind: string;
  readonly active: boolean;
  /** All published shifts from some days before the first to some days after the last swapped one, by start. */
  readonly shifts: readonly SwapShift[];
  /** Days with approved leave. */
  readonly leaveDates: ReadonlySet<string>;
}

export interface SwapQuestion {
  readonly requester: SwapParty;
  readonly partner: SwapParty;
  /** One shift of the requester, or two consecutive ones. */
  readonly given: readonly SwapShift[];
  /** As many of the partner, worked in return; none when they are named later. */
  readonly taken: readonly SwapShift[];
  readonly appliedOn: LocalDate;
  readonly now: Date;
  /** Other swaps of the requester that are asked for or approved. */
  readonly singlesOf: (month: string) => number;
  readonly pairsOf: (year: string) => number;
}

/** Everything that speaks against a swap; nothing when it may be asked for, and again when it is approved. */
export function problemsOfSwap(question: SwapQuestion, policy: SwapLimits): SwapProblem[] {
  const { requester, partner, given, taken } = question;
  return [
    ...personProblems(requester, partner),
    ...given
      .filter(({ staffNumber }) => staffNumber !== requester.staffNumber)
      .map(({ workDate }) => ({ kind: 'not-yours' as const, about: workDate })),
    ...taken
      .filter(({ staffNumber }) => staffNumber !== partner.staffNumber)
      .map(({ workDate }) => ({ kind: 'not-partners' as const, about: workDate })),
    ...[...given, ...taken]
      .filter(({ startAt }) => startAt <= question.now)
      .map(({ workDate }) => ({ kind: 'begun' as const, about: workDate })),
    ...countProblems(question, policy),
    ...repaymentProblems(given, taken, policy),
    ...scheduleProblems(partner, taken, given, policy),
    ...scheduleProblems(requester, given, taken, policy),
  ];
}

/** By which day shifts are worked in return: some months after the last that was given away. */
export function repaymentDue(given: readonly Pick<SwapShift, 'workDate'>[], policy: SwapPolicy): LocalDate {
  const last = given
    .map(({ workDate }) => workDate)
    .sort()
    .at(-1);
  if (last === undefined) throw new RangeError('no shift was given away');
  return addMonths(last, policy.repayWithinMonths);
}

/** What speaks against a person's shifts once some are lost and others gained: overlaps, too little rest, leave. */
export function scheduleProblems(
  party: SwapParty,
  lost: readonly SwapShift[],
  gained: readonly SwapShift[],
  { restMinutes }: Pick<SwapLimits, 'restMinutes'>,
): SwapProblem[] {
  const gone = new Set(lost.map(({ id }) => id));
  const isNew = new Set(gained.map(({ id }) => id));
  const after = [...party.shifts.filter(({ id }) => !gone.has(id) && !isNew.has(id)), ...gained].sort(
    (one, other) => one.startAt.getTime() - other.startAt.getTime(),
  );
  const gaps = after.flatMap((next, index): SwapProblem[] => {
    const before = after[index - 1];
    if (!before || !(isNew.has(before.id) || isNew.has(next.id))) return [];
    const about = isNew.has(next.id) ? next.workDate : before.workDate;
    const gapMs = next.startAt.getTime() - before.endAt.getTime();
    if (gapMs < 0) return [{ kind: 'overlaps', about }];
    return gapMs < restMinutes * 60_000 ? [{ kind: 'rest-too-short', about }] : [];
  });
  const away = gained
    .filter(({ workDate }) => party.leaveDates.has(workDate))
    .map(({ workDate }) => ({ kind: 'on-leave' as const, about: workDate }));
  return [...gaps, ...away];
}

function personProblems(requester: SwapParty, partner: SwapParty): SwapProblem[] {
  if (requester.staffNumber === partner.staffNumber) return [{ kind: 'same-person' }];
  return [
    ...(partner.active ? [] : [{ kind: 'partner-unavailable' as const, about: partner.staffNumber }]),
    ...(partner.roleKind === requester.roleKind
      ? []
      : [{ kind: 'other-post' as const, about: partner.staffNumber }]),
  ];
}

function countProblems(question: SwapQuestion, policy: SwapPolicy): SwapProblem[] {
  const { given, taken, requester, appliedOn } = question;
  const [first] = given;
  if (!first) return [{ kind: 'not-yours' }];
  const differ: SwapProblem[] =
    taken.length > 0 && taken.length !== given.length
      ? [{ kind: 'counts-differ', about: String(given.length) }]
      : [];
  if (given.length === 1) {
    const month = first.workDate.slice(0, 7);
    const used = question.singlesOf(month) >= policy.shiftsPerMonth;
    return [...differ, ...(used ? [{ kind: 'month-used' as const, about: month }] : [])];
  }
  const year = first.workDate.slice(0, 4);
  const earliest = addMonths(appliedOn, policy.pairNoticeMonths);
  return [
    ...differ,
    ...(areConsecutive(given, requester.shifts) ? [] : [{ kind: 'not-consecutive' as const }]),
    ...(question.pairsOf(year) >= policy.pairsPerYear ? [{ kind: 'year-used' as const, about: year }] : []),
    ...(first.workDate < earliest ? [{ kind: 'notice-too-short' as const, about: earliest }] : []),
  ];
}

/** Two shifts of a person with no other of theirs between. */
function areConsecutive(given: readonly SwapShift[], all: readonly SwapShift[]): boolean {
  if (given.length !== 2) return false;
  const places = given
    .map(({ id }) => all.findIndex((shift) => shift.id === id))
    .sort((one, other) => one - other);
  const [first = -1, second = -1] = places;
  return first >= 0 && second === first + 1;
}

function repaymentProblems(
  given: readonly SwapShift[],
  taken: readonly SwapShift[],
  policy: SwapPolicy,
): SwapProblem[] {
  if (given.length === 0) return [];
  const due = repaymentDue(given, policy);
  return taken
    .filter(({ workDate }) => workDate > due)
    .map(() => ({ kind: 'repaid-too-late' as const, about: due }));
}
