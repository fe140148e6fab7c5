import { addMonths, daysBetween, type LocalDate } from '../shared';

/** Somebody who was staff for at least a day of the period. */
export interface Employment {
  readonly hiredOn: LocalDate;
  /** First day not staff any more. */
  readonly leftOn?: LocalDate;
  readonly leavingKind?: 'voluntary' | 'involuntary';
  readonly leavingReason?: string;
}

export interface TurnoverRule {
  /** Upper ends of the tenure bands in months, growing; whoever stayed longer is in the last band. */
  readonly tenureBandMonths: readonly number[];
  /** Of one seat that has to be filled again: at least 5,000 yuan (§16). */
  readonly costPerLeaverFen: number;
  /** Months until a new agent is worth the old one (§16). */
  readonly monthsPerSeat: number;
}

export interface TenureBand {
  /** Months, included. */
  readonly from: number;
  /** Months, excluded; absent for the last band. */
  readonly before?: number;
  readonly leavers: number;
}

export interface Turnover {
  readonly headCountAtStart: number;
  readonly headCountAtEnd: number;
  readonly hired: number;
  readonly leavers: number;
  readonly voluntary: number;
  readonly involuntary: number;
  /** Leavers of the mean head count, per cent, to a tenth; absent without anybody. */
  readonly percent?: number;
  /** The same as if it went on for a year. */
  readonly yearlyPercent?: number;
  /** Per cent of the leavers; absent without leavers. */
  readonly voluntaryPercent?: number;
  readonly payPercent?: number;
  readonly byTenure: readonly TenureBand[];
  readonly byReason: Readonly<Record<string, number>>;
  readonly costFen: number;
  readonly lostMonths: number;
}

/** Hired and did not come: no turnover. */
const NEVER_STARTED = 'never-started';
const DAYS_PER_YEAR = 365;

/**
 * Who left from `from` until before `before`, by tenure and reason, and what it cost (§16). The rate is leavers over the
 * mean of the head counts at both ends.
 * @throws RangeError when the period is empty
 */
export function turnoverOf(
  everybody: readonly Employment[],
  period: { readonly from: LocalDate; readonly before: LocalDate },
  rule: TurnoverRule,
): Turnover {
  const { from, before } = period;
  const days = daysBetween(from, before);
  if (days <= 0) throw new RangeError('a period of turnover has at least one day');
  const started = everybody.filter(({ leavingReason }) => leavingReason !== NEVER_STARTED);
  const within = (day: LocalDate | undefined) => day !== undefined && day >= from && day < before;
  const gone = started.filter(({ leftOn }) => within(leftOn));
  const on = (day: LocalDate) =>
    started.filter(({ hiredOn, leftOn }) => hiredOn < day && !(leftOn !== undefined && leftOn < day)).length;
  const atStart = on(from);
  const atEnd = on(before);
  const mean = (atStart + atEnd) / 2;
  const voluntary = gone.filter(({ leavingKind }) => leavingKind === 'voluntary').length;
  const pay = gone.filter(({ leavingReason }) => leavingReason === 'pay').length;
  const leavers = gone.length;
  return {
    headCountAtStart: atStart,
    headCountAtEnd: atEnd,
    leavers,
    voluntary,
    involuntary: leavers - voluntary,
    hired: started.filter(({ hiredOn }) => within(hiredOn)).length,
    ...(mean > 0 && {
      percent: tenths((100 * leavers) / mean),
      yearlyPercent: tenths((100 * leavers * DAYS_PER_YEAR) / (mean * days)),
    }),
    ...(leavers > 0 && {
      voluntaryPercent: tenths((100 * voluntary) / leavers),
      payPercent: tenths((100 * pay) / leavers),
    }),
    byTenure: bandsOf(gone, rule.tenureBandMonths),
    byReason: countBy(gone),
    costFen: leavers * rule.costPerLeaverFen,
    lostMonths: leavers * rule.monthsPerSeat,
  };
}

/** Whole months from a day until another: 31 January to 28 February is none short of one. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  let months = Math.max(0, Math.floor(daysBetween(from, to) / 31));
  for (; addMonths(from, months + 1) <= to;) months += 1;
  return months;
}

function bandsOf(gone: readonly Employment[], ends: readonly number[]): TenureBand[] {
  const tenures = gone.map(({ hiredOn, leftOn }) => monthsBetween(hiredOn, leftOn ?? hiredOn));
  const starts = [0, ...ends];
  return starts.map((from, index) => {
    const before = ends[index];
    const leavers = tenures.filter(
      (tenure) => tenure >= from && (before === undefined || tenure < before),
    ).length;
    return { from, leavers, ...(before !== undefined && { before }) };
  });
}

function countBy(gone: readonly Employment[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { leavingReason = 'other' } of gone) counts[leavingReason] = (counts[leavingReason] ?? 0) + 1;
  return counts;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
