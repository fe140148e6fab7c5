export const PUNCH_DIRECTION_WORDS = ['in', 'out'] as const;
export type PunchDirectionWord = (typeof PUNCH_DIRECTION_WORDS)[number];

/** From the desk's sign-in, by a leader's hand, punched on the road, or asked for afterwards. */
export const PUNCH_SOURCES = ['sign-in', 'manual', 'field', 'correction'] as const;
export type PunchSource = (typeof PUNCH_SOURCES)[number];

/** Only a valid punch counts; `void` no longer does. */
export const PUNCH_STATES = ['valid', 'requested', 'refused', 'void'] as const;
export type PunchState = (typeof PUNCH_STATES)[number];

/** `expected`: the shift goes on, and there is nothing to tell yet. */
export const ATTENDANCE_STATUSES = [
  'expected',
  'present',
  'field-work',
  'training',
  'leave',
  'absent',
  'missed-punch',
] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

export const EXEMPTION_KIND_WORDS = ['training', 'field-work'] as const;
export type ExemptionKindWord = (typeof EXEMPTION_KIND_WORDS)[number];

export const MONTH_STATES = ['open', 'closing', 'closed'] as const;
export type MonthState = (typeof MONTH_STATES)[number];

/** `lapsed`: corrections brought the count below what asks for it before it was held. */
export const LATENESS_INTERVIEW_STATES = ['required', 'held', 'reviewed', 'lapsed'] as const;
export type LatenessInterviewState = (typeof LATENESS_INTERVIEW_STATES)[number];

export const ATTENDANCE_ERRORS = {
  /** The sign-in account belongs to no member of staff. */
  noStaff: 'attendance.account-is-no-staff',
  /** A member of staff that is not there, or not in the caller's groups. */
  staffNotFound: 'attendance-staff.not-found',
  /** Nobody decides about their own punches, days and interviews. */
  ownMatter: 'attendance.own-matter',
  punchNotFound: 'punch.not-found',
  /** The time lies in the future, or too far back. */
  punchBadTime: 'punch.bad-time',
  /** It is decided already, or is no valid one any more. */
  punchSettled: 'punch.already-settled',
  /** Another punch was recorded under the same reference. */
  punchReference: 'punch.reference-reused',
  exemptionNotFound: 'attendance-exemption.not-found',
  exemptionBadTime: 'attendance-exemption.bad-time',
  /** The month is closed: tell why it is to be reopened for this person (`reopenReason`). */
  monthClosed: 'attendance-month.already-closed',
  /** The month has not ended, or its last shifts have not. */
  monthNotOver: 'attendance-month.not-over',
  /** Punches of the month wait for a decision; `details.count` tells how many. */
  monthUndecided: 'attendance-month.undecided-punches',
  badPeriod: 'attendance.bad-period',
  interviewNotFound: 'interview.not-found',
  /** It was held, or reviewed, already; or not held yet. */
  interviewNotInState: 'interview.not-allowed-in-state',
  sickCallRecorded: 'sick-call.already-recorded',
  sickCallNoShift: 'sick-call.no-shift',
} as const;
