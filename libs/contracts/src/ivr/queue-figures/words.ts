/** Lengths of time that figures are told by. */
export const FIGURE_INTERVALS = ['quarter', 'hour', 'day', 'whole'] as const;
export type FigureInterval = (typeof FIGURE_INTERVALS)[number];

export const FIGURE_GROUPS = ['queue', 'tier', 'agent'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

export const RATING_GROUPS = ['agent', 'matter', 'queue', 'day'] as const;
export type RatingGroup = (typeof RATING_GROUPS)[number];
