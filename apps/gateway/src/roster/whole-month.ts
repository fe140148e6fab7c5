/** All shifts of a month are read, checked and written. */
export const WHOLE_MONTH = { timeoutMs: 60_000 };
