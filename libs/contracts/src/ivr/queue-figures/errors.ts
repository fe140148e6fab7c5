/** Stable codes of the errors that figures answer. */
export const FIGURE_ERRORS = {
  /** `to` is not after `from`. */
  emptyTime: 'figures.time-empty',
  /** More rows than one answer holds; the message tells a longer interval or a shorter time that would do. */
  tooManyRows: 'figures.too-many-rows',
} as const;
