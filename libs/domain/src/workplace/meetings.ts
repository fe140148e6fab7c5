/** Daily, 8:30 and fortnightly meetings are types of their own (C24). */
export const MEETING_KINDS = [
  'daily',
  'sunrise',
  'fortnightly',
  'monthly',
  'quarterly',
  'coaching',
  'other',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];
