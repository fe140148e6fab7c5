import type { AttendancePolicy } from './attendance-policy';
import { windowOf, type PunchDirection } from './check-in-windows';
import { type AgentCase, earliestLeftover, firstHandled, latenessOfCase } from './first-case';
import { halvesOf, type AttendedShift, type ShiftHalf } from './shift';
import { earlierOf, minutesOf, overlapMs, type Span, wholeMinutes, without } from './span';
import { laterOf } from '../shared';

export interface DayPunch {
  readonly at: Date;
  readonly direction: PunchDirection;
  /** Punched on the road and approved: the day is field work. */
  readonly field?: boolean;
}

export const EXEMPTION_KINDS = ['training', 'field-work'] as const;
export type ExemptionKind = (typeof EXEMPTION_KINDS)[number];

/** Time for which nobody is expected at the desk although they work. */
export interface Exemption extends Span {
  readonly kind: ExemptionKind;
}

/** All that is known of one shift. */
export interface DayFacts {
  readonly shift: AttendedShift;
  /** Valid punches that belong to the shift. */
  readonly punches: readonly DayPunch[];
  /** Cases that came in during the shift's window. */
  readonly cases: readonly AgentCase[];
  readonly leaveHalves: readonly ShiftHalf[];
  readonly exemptions: readonly Exemption[];
  readonly now: Date;
}

/** `expected`: the shift has not ended, and there is nothing to tell yet. */
export const DAY_STATUSES = [
  'expected',
  'present',
  'field-work',
  'training',
  'leave',
  'absent',
  'missed-punch',
] as const;
export type DayStatus = (typeof DAY_STATUSES)[number];

export interface DayVerdict {
  readonly status: DayStatus;
  /** Nothing more is waited for; before, it tells how things stand. */
  readonly final: boolean;
  /** Halves on leave: 0, 0.5 or 1 of the day. */
  readonly leaveShare: 0 | 0.5 | 1;
  /** 0 where it is absence, or on leave. */
  readonly lateMinutes: number;
  readonly lateBy?: 'first-case' | 'sign-in';
  /** Lateness that is logged (L256). */
  readonly lateLogged: boolean;
  /** Signed in so much after the start, though the first case was handled in time (C17): shown, not counted. */
  readonly signedInLateMinutes: number;
  readonly earlyMinutes: number;
  readonly earlyBy?: 'leftover' | 'sign-out';
  readonly absentBecause?: 'no-show' | 'too-late';
  readonly missed?: PunchDirection;
  readonly firstInAt?: Date;
  readonly lastOutAt?: Date;
  readonly firstCase?: AgentCase;
  /** Minutes of the roster without breaks, leave and training (C14). */
  readonly rosteredMinutes: number;
  /** Of those, minutes between coming and going; coming early adds none. */
  readonly workedMinutes: number;
  readonly overtimeMinutes: number;
}

const NOTHING = {
  lateMinutes: 0,
  lateLogged: false,
  signedInLateMinutes: 0,
  earlyMinutes: 0,
  workedMinutes: 0,
  overtimeMinutes: 0,
} as const;

/**
 * What a person's shift was (§9): on time, late from the shift's start by the first case's dwell (C17), away early by the
 * oldest case left in hand (L339), absent (also when more than three hours late, L414), a punch missed, on leave for a
 * half or the whole, on field work or in training.
 */
export function evaluateDay(facts: DayFacts, policy: AttendancePolicy): DayVerdict {
  const { shift, now } = facts;
  const halves = halvesOf(shift);
  const leave = facts.leaveHalves.map((half) => halves[half]);
  const leaveShare = leaveShareOf(facts.leaveHalves);
  const whole: Span = { from: shift.startAt, to: shift.endAt };
  const training = facts.exemptions.filter(({ kind }) => kind === 'training');
  const onDuty = without(whole, [...shift.breaks, ...leave, ...training]);
  const base = { leaveShare, rosteredMinutes: minutesOf(onDuty) };
  if (leaveShare === 1) return { status: 'leave', final: true, ...base, ...NOTHING };

  const expected = without(whole, [...leave, ...facts.exemptions, ...shift.breaks]);
  const first = expected[0];
  const last = expected.at(-1);
  if (!first || !last) return { status: exemptStatus(facts), final: true, ...base, ...NOTHING };
  return { ...base, ...judge(facts, { from: first.from, to: last.to }, onDuty, policy, now) };
}

type Judgement = Omit<DayVerdict, 'leaveShare' | 'rosteredMinutes'>;

function judge(
  facts: DayFacts,
  due: Span,
  onDuty: readonly Span[],
  policy: AttendancePolicy,
  now: Date,
): Judgement {
  const { shift, cases } = facts;
  const punches = [...facts.punches].sort((one, other) => one.at.getTime() - other.at.getTime());
  const closed = now >= windowOf(shift, policy).to;
  const arrival = arrivalOf(punches, cases, due, policy);
  if (!arrival) {
    const out = punches.at(-1);
    if (out) {
      return { status: 'missed-punch', missed: 'in', final: closed, ...NOTHING, lastOutAt: out.at };
    }
    const gone = now >= due.to || wholeMinutes(due.from, now) > policy.absentAfterMinutes;
    if (gone) return { status: 'absent', absentBecause: 'no-show', final: closed, ...NOTHING };
    return { status: 'expected', final: false, ...NOTHING };
  }
  const { arrivedAt, lateMinutes, ...came } = arrival;
  if (lateMinutes > policy.absentAfterMinutes) {
    return { status: 'absent', absentBecause: 'too-late', final: closed, ...NOTHING, ...seen(came) };
  }
  const lastPunch = punches.at(-1);
  const lastOutAt = lastPunch?.direction === 'out' ? lastPunch.at : undefined;
  const late = { lateMinutes, lateLogged: lateMinutes >= policy.loggedFromMinutes };
  const status: DayStatus = punches.some(({ field }) => field === true) ? 'field-work' : 'present';
  if (!lastOutAt) {
    const missed = closed ? ({ status: 'missed-punch', missed: 'out' } as const) : { status };
    return { ...NOTHING, ...missed, final: closed, ...late, ...came };
  }
  const early = earlyOf(cases, due, lastOutAt);
  return {
    status,
    final: closed || now >= lastOutAt,
    ...late,
    ...came,
    lastOutAt,
    ...early,
    ...workOf(shift, onDuty, arrivedAt, lastOutAt, policy),
  };
}

interface Arrival {
  readonly arrivedAt: Date;
  readonly lateMinutes: number;
  readonly lateBy?: DayVerdict['lateBy'];
  readonly signedInLateMinutes: number;
  readonly firstInAt?: Date;
  readonly firstCase?: AgentCase;
}

/** The first case decides; where none came, the sign-in (C17). */
function arrivalOf(
  punches: readonly DayPunch[],
  cases: readonly AgentCase[],
  due: Span,
  policy: AttendancePolicy,
): Arrival | undefined {
  const firstInAt = punches.find(({ direction }) => direction === 'in')?.at;
  const firstCase = firstHandled(cases, due);
  const byCase = firstCase && latenessOfCase(firstCase, due.from, policy.firstCaseMinutes);
  const bySignIn = firstInAt && wholeMinutes(due.from, firstInAt);
  const arrivedAt = firstInAt ?? firstCase?.handledAt;
  if (!arrivedAt) return undefined;
  const known = { arrivedAt, ...(firstInAt && { firstInAt }), ...(firstCase && { firstCase }) };
  const signInDecides = byCase === undefined || (policy.signInAlsoDecides && (bySignIn ?? 0) > byCase);
  const lateMinutes = (signInDecides ? bySignIn : byCase) ?? 0;
  return {
    ...known,
    lateMinutes,
    signedInLateMinutes: signInDecides ? 0 : (bySignIn ?? 0),
    ...(lateMinutes > 0 && { lateBy: signInDecides ? ('sign-in' as const) : ('first-case' as const) }),
  };
}

function earlyOf(
  cases: readonly AgentCase[],
  due: Span,
  lastOutAt: Date,
): Pick<DayVerdict, 'earlyMinutes' | 'earlyBy'> {
  const leftover = earliestLeftover(cases, due, lastOutAt);
  const leftAt = leftover ? earlierOf(leftover.receivedAt, lastOutAt) : lastOutAt;
  const earlyMinutes = wholeMinutes(laterOf(leftAt, due.from), due.to);
  if (earlyMinutes === 0) return { earlyMinutes };
  return { earlyMinutes, earlyBy: leftAt < lastOutAt ? 'leftover' : 'sign-out' };
}

function workOf(
  shift: AttendedShift,
  onDuty: readonly Span[],
  arrivedAt: Date,
  lastOutAt: Date,
  policy: AttendancePolicy,
): Pick<DayVerdict, 'workedMinutes' | 'overtimeMinutes'> {
  const there: Span = { from: arrivedAt, to: laterOf(arrivedAt, lastOutAt) };
  const workedMs = onDuty.reduce((sum, span) => sum + overlapMs(span, there), 0);
  const workedMinutes = Math.floor(workedMs / 60_000);
  const after = wholeMinutes(laterOf(shift.endAt, arrivedAt), lastOutAt);
  const beyond = after >= policy.overtimeFromMinutes ? after : 0;
  return { workedMinutes, overtimeMinutes: beyond + (shift.overtime ? workedMinutes : 0) };
}

function leaveShareOf(halves: readonly ShiftHalf[]): 0 | 0.5 | 1 {
  const share = new Set(halves).size / 2;
  return share === 0 ? 0 : share === 1 ? 1 : 0.5;
}

function exemptStatus({ exemptions }: DayFacts): DayStatus {
  return exemptions.some(({ kind }) => kind === 'training') ? 'training' : 'field-work';
}

function seen({ firstInAt, firstCase }: Pick<Arrival, 'firstInAt' | 'firstCase'>) {
  return { ...(firstInAt && { firstInAt }), ...(firstCase && { firstCase }) };
}
