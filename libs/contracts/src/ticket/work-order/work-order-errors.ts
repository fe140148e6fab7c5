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
  departmentUnknown: 'department.not-found',
  departmentInactive: 'department.inactive',
  /** Another department has it: forward it, with a reason. */
  withAnother: 'work-order.with-another-department',
  /** The centre urges at or past a limit; `details.dueAt` tells when that is. */
  notDueYet: 'work-order.not-due-yet',
  inPast: 'work-order.in-past',
  /** Whoever stays unknown is told nothing; they ask by their query code (C5). */
  nobodyToTell: 'work-order.nobody-to-tell',
  /** Something is pending that must be settled first; `details.pending` names it. */
  unsettled: 'work-order.unsettled',
  /** Not a work order that it can be merged into or linked to. */
  badTarget: 'work-order.bad-target',
  /** A matter of integrity belongs to discipline inspection (C3). */
  integrityMatter: 'work-order.integrity-matter',
  /** Not on the checklist; `details.papers` lists what is. */
  paperUnknown: 'work-order.paper-unknown',
  verificationUnknown: 'verification.not-found',
  verificationState: 'verification.not-allowed-in-state',
  /** The scheme is not offered for this content, or grants less. */
  compensationRefused: 'compensation.not-offered',
  compensationState: 'compensation.not-allowed-in-state',
  /** Nobody approves what they proposed. */
  samePerson: 'compensation.same-person',
  measureUnknown: 'measure.not-found',
  measureState: 'measure.not-allowed-in-state',
  noComplaint: 'work-order.no-complaint',
  tooManyAttachments: 'work-order.too-many-attachments',
} as const;
