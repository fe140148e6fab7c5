import { ok, refused, type Result } from '../shared';

/** Where a version of an article stands. */
export const ARTICLE_STATES = ['draft', 'submitted', 'approved', 'published', 'retired'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

export const ARTICLE_ACTIONS = ['submit', 'send-back', 'approve', 'publish', 'retire'] as const;
export type ArticleAction = (typeof ARTICLE_ACTIONS)[number];

export interface VersionFacts {
  readonly state: ArticleState;
  /** Everybody who wrote or submitted it. */
  readonly authors: readonly string[];
}

export type VersionRefusal = 'not-in-state' | 'own-work';

const MOVES: Readonly<Record<ArticleAction, { from: readonly ArticleState[]; to: ArticleState }>> = {
  submit: { from: ['draft'], to: 'submitted' },
  'send-back': { from: ['submitted', 'approved'], to: 'draft' },
  approve: { from: ['submitted'], to: 'approved' },
  publish: { from: ['approved'], to: 'published' },
  retire: { from: ['published'], to: 'retired' },
};

/**
 * The state after an action, or why not. Nobody approves a version that they wrote or submitted: a second person reads
 * what agents will say.
 */
export function moveVersion(
  { state, authors }: VersionFacts,
  action: ArticleAction,
  actor: string,
): Result<ArticleState, VersionRefusal> {
  const { from, to } = MOVES[action];
  if (!from.includes(state)) return refused('not-in-state');
  if (action === 'approve' && authors.includes(actor)) return refused('own-work');
  return ok(to);
}

/** States in which the text may be changed. */
export const isEditable = (state: ArticleState): boolean => state === 'draft';

export interface Validity {
  readonly state: ArticleState;
  readonly validFrom?: Date;
  readonly validUntil?: Date;
}

/** Whether agents are shown a version at an instant; the end is not part of it. */
export function isInForce({ state, validFrom, validUntil }: Validity, at: Date): boolean {
  return (
    state === 'published' &&
    validFrom !== undefined &&
    validFrom <= at &&
    (validUntil === undefined || at < validUntil)
  );
}
