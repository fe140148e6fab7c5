export const SHIFT_DUTY_WORDS = ['regular', 'reserve', 'overtime'] as const;
export type ShiftDutyWord = (typeof SHIFT_DUTY_WORDS)[number];

export const ROSTER_STATES = ['draft', 'published', 'discarded'] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

export const ROSTER_WISH_KINDS = ['day-off', 'shift', 'not-shift'] as const;
export type RosterWishKind = (typeof ROSTER_WISH_KINDS)[number];

export const ROSTER_CHANGE_STATES = ['awaiting-consent', 'applied', 'refused', 'withdrawn'] as const;
export type RosterChangeState = (typeof ROSTER_CHANGE_STATES)[number];

export const SEVERITIES = ['hard', 'soft'] as const;
export type ViolationSeverity = (typeof SEVERITIES)[number];
