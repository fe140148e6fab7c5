/** What a time limit is about: a work order, an outage, or data of which customers are to be told. */
export const CLOCK_SUBJECTS = ['work-order', 'outage', 'notice-data'] as const;
export type ClockSubjectName = (typeof CLOCK_SUBJECTS)[number];

/** `ended`: it stopped without a verdict, e.g. the matter went to another department or was merged. */
export const SERVICE_CLOCK_STATES = ['running', 'paused', 'met', 'ended'] as const;
export type ServiceClockState = (typeof SERVICE_CLOCK_STATES)[number];

export const CLOCK_TARGET_UNITS = [
  'elapsed-minutes',
  'business-minutes',
  'working-days',
  'calendar-days',
  'months',
] as const;
export type ClockTargetUnit = (typeof CLOCK_TARGET_UNITS)[number];

/** Where a due date comes from: the policy's length, another length, a date set by hand, or the event's own (L34). */
export const CLOCK_DUE_SOURCES = ['policy', 're-targeted', 'manual', 'given'] as const;
export type ClockDueSource = (typeof CLOCK_DUE_SOURCES)[number];

/** Whom an escalation tells (§22). `owner`: who has the matter in hand; `operator`: who runs the platform. */
export const NOTIFIED_ROLES = [
  'owner',
  'liaison',
  'department-head',
  'shift-leader',
  'centre-head',
  'city',
  'province',
  'operator',
] as const;
export type NotifiedRole = (typeof NOTIFIED_ROLES)[number];

export const SERVICE_CLOCK_ERRORS = {
  notFound: 'service-clock.not-found',
  /** Its level has not fired. */
  notEscalated: 'service-clock.not-escalated',
  /** It is met or ended; `details.state` says which. */
  isOver: 'service-clock.not-allowed-in-state',
  policyNotFound: 'service-clock-policy.not-found',
  policyInvalid: 'service-clock-policy.invalid',
  policyInPast: 'service-clock-policy.in-past',
  policyAlreadySet: 'service-clock-policy.already-set',
  notificationNotFound: 'notification.not-found',
} as const;
