import type { Actor } from '@switchyard/contracts';

/** The sign-in account of who acts, as desks and handovers know it. */
export const accountNameOf = ({ name, id }: Actor): string => (name || id).toLowerCase();
