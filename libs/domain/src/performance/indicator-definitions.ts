import { type Known, knownFact, NOTHING_HAPPENED, UNKNOWN_FACT } from './score-facts';
import type {
  CallCounts,
  CorrectnessCounts,
  OrderCounts,
  PresenceCounts,
  RatingCountsOfStaff,
} from './staff-counts';

/** What indicators are reckoned from: a month of one person. */
export interface IndicatorFacts {
  readonly attendance: Known<{
    readonly rosteredDays: number;
    readonly attendedDays: number;
    readonly onTimeDays: number;
    /** Rostered days without leave and training (§12.2). */
    readonly onTimeBaseDays: number;
    readonly rosteredMinutes: number;
  }>;
  readonly calls: Known<CallCounts>;
  readonly ratings: Known<RatingCountsOfStaff>;
  readonly presence: Known<PresenceCounts>;
  readonly orders: Known<OrderCounts>;
  readonly correctness: Known<CorrectnessCounts>;
  readonly inHand: Known<{
    readonly cases: number;
    readonly averageMinutes: number;
    readonly overdue: number;
  }>;
  readonly quality: Known<{
    readonly evaluations: number;
    readonly criticalErrors: number;
    readonly meanScore?: number;
    readonly transactionQuality?: number;
  }>;
  /** Complaints about the person that somebody recorded. */
  readonly complaints: number;
}

export type IndicatorUnit = 'percent' | 'seconds' | 'minutes' | 'per-day' | 'points' | 'nps';

interface Definition<Code extends string = string> {
  readonly code: Code;
  readonly unit: IndicatorUnit;
  readonly rule: string;
  readonly names: { readonly 'zh-CN': string; readonly en: string };
  readonly of: (facts: IndicatorFacts) => Known<number>;
}

const define = <Code extends string>(
  code: Code,
  unit: IndicatorUnit,
  rule: string,
  zh: string,
  en: string,
  of: Definition['of'],
): Definition<Code> => ({ code, unit, rule, names: { 'zh-CN': zh, en }, of });

/** Nothing where there is nothing to divide by. */
const share = (part: number, whole: number, times = 1): Known<number> =>
  whole > 0 ? knownFact((times * part) / whole) : NOTHING_HAPPENED;

/** Reckons with a known fact; what is not known stays so. */
function from<T>(fact: Known<T>, reckon: (value: T) => Known<number>): Known<number> {
  return fact.state === 'known' ? reckon(fact.value) : fact;
}

const both = <A, B>(one: Known<A>, other: Known<B>, reckon: (a: A, b: B) => Known<number>): Known<number> => {
  if (one.state === 'unknown' || other.state === 'unknown') return UNKNOWN_FACT;
  return from(one, (a) => from(other, (b) => reckon(a, b)));
};

/**
 * Seats are used while somebody talks, holds, waits for a call or works after one; the denominator is the rostered time (C14). Handling is
 * talk, hold and after-call work of inbound calls, each over the calls of which it is known; waiting is in seat use alone (C14).
 */
export const INDICATORS = [
  define('attendance-rate', 'percent', '§12.1', '出勤率', 'attendance', ({ attendance }) =>
    from(attendance, (a) => share(a.attendedDays, a.rosteredDays, 100)),
  ),
  define('on-time-rate', 'percent', '§12.2', '准时出勤率', 'on-time attendance', ({ attendance }) =>
    from(attendance, (a) => share(a.onTimeDays, a.onTimeBaseDays, 100)),
  ),
  define('seat-use', 'percent', '§12.3', '座席利用率', 'seat use', ({ attendance, calls, presence }) =>
    both(attendance, presence, (a, p) =>
      from(calls, (c) =>
        share(
          (c.talkSeconds + c.holdSeconds + c.afterCallSeconds + p.waitingSeconds) / 60,
          a.rosteredMinutes,
          100,
        ),
      ),
    ),
  ),
  define(
    'handling-seconds',
    'seconds',
    '§12.4',
    '平均处理时间（呼入）',
    'handling time (inbound)',
    ({ calls }) =>
      from(calls, (c) =>
        c.talked > 0
          ? knownFact(
              (c.talkSeconds + c.holdSeconds) / c.talked +
                (c.wrappedUp > 0 ? c.afterCallSeconds / c.wrappedUp : 0),
            )
          : NOTHING_HAPPENED,
      ),
  ),
  define('calls-per-day', 'per-day', '§12.5', '日均接话量', 'calls per day', ({ attendance, calls }) =>
    both(attendance, calls, (a, c) => share(c.answered, a.attendedDays)),
  ),
  define('entry-rate', 'percent', '§12.6', '录入率', 'entry rate', ({ calls, orders }) =>
    both(calls, orders, (c, o) => share(o.openedByVoice, c.answered, 100)),
  ),
  define('transaction-quality', 'percent', '§12.7', '业务质量', 'transaction quality', ({ quality }) =>
    from(quality, ({ transactionQuality }) =>
      transactionQuality === undefined ? NOTHING_HAPPENED : knownFact(transactionQuality),
    ),
  ),
  define('quality-score', 'points', '§14', '质检得分', 'quality score', ({ quality }) =>
    from(quality, ({ meanScore }) => (meanScore === undefined ? NOTHING_HAPPENED : knownFact(meanScore))),
  ),
  define('critical-error-rate', 'percent', '§12.8', '重大错误率', 'critical errors', ({ quality }) =>
    from(quality, (q) => share(q.criticalErrors, q.evaluations, 100)),
  ),
  define('complaint-rate', 'percent', '§12.9', '投诉率', 'complaints', ({ calls, complaints }) =>
    from(calls, (c) => share(complaints, c.answered, 100)),
  ),
  define('after-call-seconds', 'seconds', 'art. 23(4)', '平均话后处理时长', 'after-call work', ({ calls }) =>
    from(calls, (c) => share(c.afterCallSeconds, c.wrappedUp)),
  ),
  define('ring-seconds', 'seconds', 'art. 23(5)', '平均振铃时长', 'ringing', ({ calls }) =>
    from(calls, (c) => share(c.ringSeconds, c.rang)),
  ),
  define('talk-seconds', 'seconds', 'art. 23(6)', '平均通话时长', 'talk', ({ calls }) =>
    from(calls, (c) => share(c.talkSeconds, c.talked)),
  ),
  define('transfer-rate', 'percent', 'art. 23(7)', '转接率', 'transfers', ({ calls }) =>
    from(calls, (c) => share(c.transferred, c.answered, 100)),
  ),
  define(
    'order-correctness',
    'percent',
    'art. 23(8)',
    '工单正确率',
    'work orders correct',
    ({ correctness }) => from(correctness, (c) => share(c.ordersRight, c.orders, 100)),
  ),
  define(
    'field-correctness',
    'percent',
    'art. 23(8)',
    '查询咨询单关键字段正确率',
    'key fields correct',
    (facts) => from(facts.correctness, (c) => share(c.fieldsRight, c.fields, 100)),
  ),
  define('in-hand-minutes', 'minutes', 'L31', '平均在手时长', 'time in hand', ({ inHand }) =>
    from(inHand, ({ cases, averageMinutes }) => (cases > 0 ? knownFact(averageMinutes) : NOTHING_HAPPENED)),
  ),
  define('in-hand-overdue', 'percent', 'L31', '在手超时率', 'overdue in hand', ({ inHand }) =>
    from(inHand, ({ cases, overdue }) => share(overdue, cases, 100)),
  ),
  define('sent-back-rate', 'percent', '§2.9', '退单率', 'work orders sent back', ({ orders }) =>
    from(orders, (o) => share(o.wasSentBack + o.wasReopened, o.opened, 100)),
  ),
  define('csat', 'points', '§13', '客户满意度', 'customer satisfaction', ({ ratings }) =>
    from(ratings, (r) => share(r.csatSum, r.csatGiven)),
  ),
  define('solved-rate', 'percent', '§13', '一次解决率', 'first-time resolution', ({ ratings }) =>
    from(ratings, (r) => share(r.solved, r.solvedAsked, 100)),
  ),
  define('nps', 'nps', '§13', '净推荐值', 'net promoter score', ({ ratings }) =>
    from(ratings, (r) => share(r.npsSum, r.npsAsked)),
  ),
] as const satisfies readonly Definition[];

export type IndicatorCode = (typeof INDICATORS)[number]['code'];
export const INDICATOR_CODES: readonly IndicatorCode[] = INDICATORS.map(({ code }) => code);
