/** Stable codes of the errors that call flows and inbound calls answer; the remedy is in each message. */
export const CALL_FLOW_ERRORS = {
  /** No flow of this name has a version with this number. */
  versionNotFound: 'flow-version.not-found',
  /** No version of this flow is published. */
  flowNotFound: 'call-flow.not-found',
  /** The body is neither JSON nor YAML; `details.line` where it is known. */
  unreadable: 'call-flow.unreadable',
  /** The document breaks rules; `details.problems` has every one of them, with its path. */
  invalid: 'call-flow.invalid',
  /** This version is in force already. */
  alreadyPublished: 'flow-version.already-published',
  /** No other version was in force before this one. */
  nothingToRollBackTo: 'call-flow.nothing-to-roll-back-to',
  /** The published version of this flow has no such entry; `details.entries` has those that it has. */
  entryUnknown: 'call-flow.entry-unknown',
  /** Dialled numbers lead to an entry that this version no longer has. */
  entryInUse: 'call-flow.entry-in-use',
  dialledNumberNotFound: 'dialled-number.not-found',
  inboundCallNotFound: 'inbound-call.not-found',
  /** Looking calls up by number needs the permission phone:read. */
  numberNotPermitted: 'access.forbidden',
} as const;
