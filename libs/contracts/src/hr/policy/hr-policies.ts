/** Rules of the people side that an operator may change; each version holds from its date on. */
export const HR_POLICIES = [
  'account-review',
  'attendance',
  'daily-report',
  'exam',
  'hiring',
  'leave',
  'monthly-score',
  'performance-indicators',
  'performance-procedure',
  'quality',
  'roster',
  'service-level-test',
  'staff-groups',
  'staffing',
  'supervisors-day',
  'swap',
  'training',
  'workplace',
] as const;
export type HrPolicyName = (typeof HR_POLICIES)[number];
