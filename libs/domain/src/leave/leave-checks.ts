import { addDays, addMonths, type LocalDate } from '../shared';
import { isForwards, type LeaveHalfDay, type LeaveSpan } from './leave-days';
import type { LeaveKind } from './leave-kinds';
import type { LeavePolicy } from './leave-policy';

export const LEAVE_PROBLEMS = [
  'backwards',
  'too-long',
  'nothing-to-take',
  'half-on-rest-day',
  'notice-too-short',
  'cap-of-day',
  'cap-of-annual',
  'balance-exceeded',
  'not-in-one-piece',
  'overlaps',
  'extension-too-late',
  'extension-not-adjoining',
] as const;
export type LeaveProblemKind = (typeof LEAVE_PROBLEMS)[number];

export interface LeaveProblem {
  readonly kind: LeaveProblemKind;
  /** The day or the number that it is about. */
  readonly about?: string;
}

/** What may be granted as an exception, by a reason and with the director's consent (L392, L394). */
export const EXCUSABLE: ReadonlySet<LeaveProblemKind> = new Set([
  'notice-too-short',
  'cap-of-annual',
  'not-in-one-piece',
]);

export interface LeaveQuestion {
  readonly kind: LeaveKind;
  readonly span: LeaveSpan;
  readonly halfDays: readonly LeaveHalfDay[];
  readonly appliedOn: LocalDate;
  /** The leave that it goes on from (续假). */
  readonly extends?: { readonly kind: LeaveKind; readonly to: LocalDate; readonly nextDay: LocalDate };
  /** How many of the department are away on a day already, the applicant not among them. */
  readonly awayOn: (date: LocalDate) => { readonly all: number; readonly annual: number };
  /** Half days of annual leave that are left in the year of a day; asked for annual leave only. */
  readonly annualHalvesLeft: (year: number) => number;
  /** Whether leave of the kind was taken in the twelve months before; asked for kinds in one piece. */
  readonly takenBefore: boolean;
}

/** Everything that speaks against a leave; nothing when it may be asked for. */
export function problemsOfLeave(question: LeaveQuestion, policy: LeavePolicy): LeaveProblem[] {
  const { span, halfDays, kind } = question;
  if (!isForwards(span)) return [{ kind: 'backwards' }];
  const dates = new Set(halfDays.map(({ date }) => date));
  if (dates.size > policy.longestDays) return [{ kind: 'too-long', about: String(policy.longestDays) }];
  const counted = halfDays.filter(({ counts }) => counts);
  if (counted.length === 0) return [{ kind: 'nothing-to-take' }];
  return [
    ...halvesOnRestDays(question),
    ...extensionProblems(question),
    ...(question.extends ? [] : noticeProblems(question, policy)),
    ...(policy.kinds[kind].capped || kind === 'annual' ? capProblems(question, policy) : []),
    ...(kind === 'annual' ? balanceProblems(question) : []),
    ...(policy.kinds[kind].inOnePiece && question.takenBefore ? [{ kind: 'not-in-one-piece' as const }] : []),
  ];
}

/** A half day must be taken of a day that is worked. */
function halvesOnRestDays({ span, halfDays }: LeaveQuestion): LeaveProblem[] {
  const halves = [
    ...(span.fromHalf === 'pm' ? [span.from] : []),
    ...(span.toHalf === 'am' && (span.to !== span.from || span.fromHalf !== 'pm') ? [span.to] : []),
  ];
  return halves
    .filter((date) => halfDays.some((half) => half.date === date && !half.counts))
    .map((about) => ({ kind: 'half-on-rest-day' as const, about }));
}

function extensionProblems({ extends: earlier, kind, span, appliedOn }: LeaveQuestion): LeaveProblem[] {
  if (!earlier) return [];
  return [
    ...(kind !== earlier.kind || span.from > earlier.nextDay || span.from < earlier.to
      ? [{ kind: 'extension-not-adjoining' as const, about: earlier.nextDay }]
      : []),
    // Before the extension begins (L347).
    ...(appliedOn >= span.from ? [{ kind: 'extension-too-late' as const, about: span.from }] : []),
  ];
}

function noticeProblems({ kind, span, appliedOn }: LeaveQuestion, { kinds }: LeavePolicy): LeaveProblem[] {
  const { noticeDays, noticeMonths } = kinds[kind];
  if (noticeDays + noticeMonths === 0) return [];
  const earliest = addDays(addMonths(appliedOn, noticeMonths), noticeDays);
  return span.from < earliest ? [{ kind: 'notice-too-short', about: earliest }] : [];
}

function capProblems(
  { kind, halfDays, awayOn }: LeaveQuestion,
  { caps, kinds }: LeavePolicy,
): LeaveProblem[] {
  const dates = [...new Set(halfDays.filter(({ counts }) => counts).map(({ date }) => date))];
  return dates.flatMap((date): LeaveProblem[] => {
    const { all, annual } = awayOn(date);
    if (kinds[kind].capped && all >= caps.offPerDay) return [{ kind: 'cap-of-day', about: date }];
    return kind === 'annual' && annual >= caps.annualAtOnce ? [{ kind: 'cap-of-annual', about: date }] : [];
  });
}

function balanceProblems({ halfDays, annualHalvesLeft }: LeaveQuestion): LeaveProblem[] {
  const byYear = new Map<number, number>();
  for (const { date, counts } of halfDays) {
    const year = Number(date.slice(0, 4));
    if (counts) byYear.set(year, (byYear.get(year) ?? 0) + 1);
  }
  return [...byYear]
    .filter(([year, halves]) => halves > annualHalvesLeft(year))
    .map(([year]) => ({ kind: 'balance-exceeded', about: `${year}: ${annualHalvesLeft(year) / 2}` }));
}
