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

/** Why a whole import failed; stands in `import.failure.code`. */
export const IMPORT_FAILURES = {
  empty: 'import.empty',
  headerOnly: 'import.header-only',
  noGoodRow: 'import.no-good-row',
  headerMissing: 'import.column-missing',
  headerTwice: 'import.column-twice',
  encoding: 'import.encoding-unknown',
  binary: 'import.not-a-table',
  tooManyRows: 'import.too-many-rows',
  tooLarge: 'import.too-large',
  brokenArchive: 'import.broken-xlsx',
  interrupted: 'import.interrupted',
  internal: 'import.internal-error',
} as const;

/** What can be wrong with one row; stands in a row error's `code`. */
export const ROW_ERRORS = {
  missing: 'row.missing',
  tooLong: 'row.too-long',
  badText: 'row.bad-text',
  badEncoding: 'row.bad-encoding',
  badPhone: 'row.bad-phone',
  badDate: 'row.bad-date',
  badMonth: 'row.bad-month',
  badNumber: 'row.bad-number',
  badAmount: 'row.bad-amount',
  outOfRange: 'row.out-of-range',
  badWord: 'row.bad-word',
  sumWrong: 'row.sum-wrong',
  columns: 'row.column-count',
  quote: 'row.quote-not-closed',
  duplicate: 'row.duplicate',
} as const;
export type RowErrorCode = (typeof ROW_ERRORS)[keyof typeof ROW_ERRORS];
