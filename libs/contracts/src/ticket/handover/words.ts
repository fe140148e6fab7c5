export const HANDOVER_STATE_NAMES = ['draft', 'submitted', 'accepted', 'cancelled'] as const;
export type HandoverStateName = (typeof HANDOVER_STATE_NAMES)[number];

/** What a note belongs to. */
export const HANDOVER_SECTIONS = [
  'unfinished',
  'to-urge',
  'emergencies',
  'system',
  'outages',
  'unsent',
  'agents',
  'other',
] as const;
export type HandoverSection = (typeof HANDOVER_SECTIONS)[number];

export const HANDOVER_ERRORS = {
  notFound: 'handover.not-found',
  wrongState: 'handover.not-allowed-in-state',
  notOutgoing: 'handover.not-outgoing',
  notRelief: 'handover.not-relief',
  reliefIsSelf: 'handover.relief-is-self',
  /** No sign-in account of that name is in use and may take a shift over; told by the gateway, which keeps the accounts. */
  reliefUnknown: 'handover.relief-unknown',
  /** Another handover of the same leader is under way; `details.handoverId` names it. */
  alreadyOpen: 'handover.already-open',
  reasonMissing: 'handover.reason-missing',
  /** An assignment names a work order that is not among the unfinished. */
  assignmentUnknown: 'handover.assignment-unknown',
  /** Somebody leads the shift; `details.leader` names them. */
  dutyTaken: 'duty.already-taken',
  matterNotFound: 'handover-matter.not-found',
} as const;

export const LEAVE_REASONS = [
  'handover-missing',
  'handover-draft',
  'handover-not-accepted',
  'cases-in-hand',
] as const;
export type LeaveReasonName = (typeof LEAVE_REASONS)[number];
