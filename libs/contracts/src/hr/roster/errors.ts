export const ROSTER_ENTRY_ERRORS = {
  /** A shift to be replaced holds no longer: somebody else changed it. */
  ended: 'roster-entry.ended',
  /** A person would have two shifts at once, across midnight too. */
  overlap: 'roster-entry.overlap',
} as const;

export const ROSTER_ERRORS = {
  notFound: 'roster.not-found',
  /** A roster of this month and department is there. */
  alreadyDrafted: 'roster.already-drafted',
  /** Published rosters are changed by changes, drafts by saving, discarded ones not at all. */
  state: 'roster.not-allowed-in-state',
  /** Somebody saved meanwhile. */
  conflict: 'roster.version-conflict',
  /** Hard violations: `details.violations` has the first of them, `details.count` their number. */
  violated: 'roster.violated',
  /** Soft violations: publishing needs a reason. */
  reasonNeeded: 'roster.reason-needed',
  /** A shift that cannot be: `details.fields` says which and why. */
  entriesInvalid: 'roster.entries-invalid',
  /** The file is no table, or none of its rows can be used. */
  fileInvalid: 'roster.file-invalid',
  templateInvalid: 'shift-template.invalid',
  patternInvalid: 'work-pattern.invalid',
  wishNotFound: 'roster-wish.not-found',
  /** The day is over, or its roster is published. */
  wishTooLate: 'roster-wish.too-late',
  wishAlreadyStated: 'roster-wish.already-stated',
  changeNotFound: 'roster-change.not-found',
  changeSettled: 'roster-change.already-settled',
  /** Who answers is not asked. */
  notAsked: 'roster-change.not-asked',
  /** The account belongs to no member of staff. */
  noStaff: 'roster.not-staff',
} as const;
