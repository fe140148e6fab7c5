/** Whether somebody went or was made to go (§16: at least 80 % go by themselves). */
export const LEAVING_KINDS = ['voluntary', 'involuntary'] as const;
export type LeavingKind = (typeof LEAVING_KINDS)[number];

/** Why; `pay` is what 60 % name (§16). `never-started` is for who was hired and did not come: no turnover. */
export const LEAVING_REASONS = [
  'pay',
  'workload',
  'career',
  'family',
  'studies',
  'health',
  'relations',
  'performance',
  'conduct',
  'contract-end',
  'retirement',
  'never-started',
  'other',
] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];
