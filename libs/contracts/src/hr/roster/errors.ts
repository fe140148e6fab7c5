export const ROSTER_ENTRY_ERRORS = {
  /** A shift to be replaced holds no longer: somebody else changed it. */
  ended: 'roster-entry.ended',
  /** A person would have two shifts at once, across midnight too. */
  overlap: 'roster-entry.overlap',
} as const;
