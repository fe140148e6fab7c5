/** Stable codes of the errors that figures answer. */
export const FIGURE_ERRORS = {
  /** `to` is not after `from`. */
  emptyTime: 'figures.time-empty',
  /** More rows than one answer holds; the message tells a longer interval or a shorter time that would do. */
  tooManyRows: 'figures.too-many-rows',
  /** Targets that would begin in the past, which is not rewritten. */
  targetsInvalid: 'figure-targets.invalid',
} as const;
