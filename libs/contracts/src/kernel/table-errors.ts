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
