/** Stable codes of the errors that batches answer; the remedy is in each message. */
export const BATCH_ERRORS = {
  /** No batch, import or contact with this id. */
  notFound: 'batch.not-found',
  importNotFound: 'import.not-found',
  contactNotFound: 'contact.not-found',
  /** The batch's state does not allow this; `details.state` and `details.allowed` tell what would. */
  wrongState: 'batch.not-allowed-in-state',
  /** Somebody changed the batch since; `details.version` is today's. Read it again and repeat. */
  versionConflict: 'batch.version-conflict',
  deadlinePassed: 'batch.deadline-passed',
  /** An import of this batch runs; wait for it. */
  importRunning: 'import.already-running',
  /** The same bytes were imported for this kind; `details` has batchId, importId and importedAt. */
  sameFile: 'import.already-imported',
  /** The stored upload is not there (any more). */
  fileMissing: 'import.file-missing',
  handOffNotFinal: 'hand-off.not-allowed-in-state',
  numberInvalid: 'phone.invalid',
  alreadyRegistered: 'do-not-call.already-registered',
  notRegistered: 'do-not-call.not-found',
  badCursor: 'page.bad-cursor',
} as const;
