export const WORK_ORDER_ERRORS = {
  notFound: 'work-order.not-found',
  referenceReused: 'work-order.reference-reused',
  /** Anonymous, yet with an account or a phone; nothing was stored. */
  identityGiven: 'work-order.identity-given',
  /** A call-back without a phone, or an application without its kind; `details.field` names it. */
  fieldMissing: 'work-order.field-missing',
  /** The kind's own fields do not fit its definition; `details.fields` names each and what is wrong. */
  fieldsInvalid: 'work-order.fields-invalid',
  /** It cannot be closed while something that its kind needs is missing; `details.fields` names it. */
  incomplete: 'work-order.incomplete',
  /** The query code given with it was not set apart, or is used already (C5). */
  queryCodeNotReserved: 'work-order.query-code-not-reserved',
  /** Its kind does not let this happen in its stage; `details.allowedIn` tells where it does. */
  wrongState: 'work-order.not-allowed-in-state',
  /** It changed since the view that the change was decided on; `details.seq` is where it is now. */
  versionConflict: 'work-order.version-conflict',
} as const;
