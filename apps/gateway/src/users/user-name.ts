/** Names are told apart without regard to case and spaces around them. */
export const normalisedName = (name: string): string => name.trim().toLowerCase();
