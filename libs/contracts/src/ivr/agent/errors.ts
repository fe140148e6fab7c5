/** Stable codes of the errors that agents, queues and recordings answer; the remedy is in each message. */
export const AGENT_ERRORS = {
  notFound: 'agent.not-found',
  /** The signed-in account is no agent: an admin or shift leader makes it one. */
  accountIsNoAgent: 'agent.account-is-no-agent',
  inactive: 'agent.inactive',
  workNoTaken: 'agent.already-has-work-no',
  accountTaken: 'agent.already-has-account',
  /** Every extension from 1000 to 8999 has been given out. */
  noExtensionLeft: 'agent.no-extension-left',
  versionConflict: 'agent.version-conflict',
  /** The agent's state does not allow this; `details.state` is it. */
  wrongState: 'agent.not-allowed-in-state',
  /** §7: the shift leader has named nobody who takes over. */
  reliefNotNamed: 'agent.relief-not-named',
  /** §7: who takes over has not signed in; `details.relief` names it. */
  reliefNotSignedIn: 'agent.relief-not-signed-in',
  reliefIsSelf: 'agent.relief-is-self',
  /** §7: something is to be handed over first; `details.reasons` tells what. */
  handoverOpen: 'agent.handover-open',
  /** The service desk does not answer, and the configuration lets nobody go without its word. */
  handoverUnknown: 'agent.handover-unknown',
  /** The agent's phone is registered nowhere. */
  phoneNotRegistered: 'agent.phone-not-registered',
  awayReasonUnknown: 'away-reason.not-found',
  /** The agent talks with no caller. */
  noCall: 'agent.no-call',
  /** The PBX refused the transfer. */
  transferRefused: 'transfer.refused',
  /** Acting for another agent needs the permission shift:lead. */
  notYours: 'access.forbidden',
  policyInvalid: 'agent-policy.invalid',
  recordingNotFound: 'recording.not-found',
  /** Not taken over from the PBX yet. */
  recordingNotStored: 'recording.not-allowed-in-state',
} as const;
