/**
 * What is known of a caller's standing: three separate fields (C29), none of which is derived from another. The third,
 * the important customer of outages, is a plain boolean.
 */
export const VALUE_TIERS = ['high', 'mid', 'ordinary'] as const;
export type ValueTier = (typeof VALUE_TIERS)[number];

export const LIST_FLAGS = ['red', 'normal', 'black'] as const;
export type ListFlag = (typeof LIST_FLAGS)[number];
