/** Errors of everything that somebody does as a member of staff. */
export const WORKPLACE_ERRORS = {
  /** The sign-in account belongs to nobody who works here: an administrator links it. */
  notStaff: 'workplace.not-staff',
  /** A staff number that nobody has, or whose holder has left; `details.field` names it. */
  unknownStaff: 'workplace.unknown-staff',
} as const;
