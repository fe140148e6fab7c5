/** What a caller can ask for (rules.md §2.1–2.8), and to be called back. Urging is an action on a work order, no kind. */
export const WORK_ORDER_KINDS = [
  'call-back-request',
  'fault',
  'query',
  'consultation',
  'complaint',
  'misconduct-report',
  'application',
  'suggestion',
  'hard-question',
] as const;
export type WorkOrderKind = (typeof WORK_ORDER_KINDS)[number];

/** Code of the department that every work order begins with and comes back to. */
export const CENTRE = 'centre';

/** Stages of the standard definitions; a definition of an operator may name others. */
export const STANDARD_STAGES = [
  'received',
  'assigned',
  'accepted',
  'dispatched',
  'on-site',
  'restored',
  'answered',
  'decided',
  'told',
  'closed',
  'merged',
] as const;
export type StandardStage = (typeof STANDARD_STAGES)[number];
