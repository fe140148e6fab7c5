/** Rules of the people side that an operator may change; each version holds from its date on. */
export const HR_POLICIES = [
  'account-review',
  'hiring',
  'attendance',
  'leave',
  'swap',
  'exam',
  'service-level-test',
  'training',
  'quality',
  'staff-groups',
  'roster',
  'staffing',
  'monthly-score',
  'performance-indicators',
  'performance-procedure',
  'supervisors-day',
  'daily-report',
  'workplace',
] as const;
export type HrPolicyName = (typeof HR_POLICIES)[number];
