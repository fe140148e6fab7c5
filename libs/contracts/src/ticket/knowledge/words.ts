/** What an article is. A script may have variables, `{…}`; a forbidden phrase (§14) has wordings and what to say instead. */
export const ARTICLE_TYPES = ['article', 'faq', 'script', 'forbidden-phrase'] as const;
export type ArticleType = (typeof ARTICLE_TYPES)[number];

/** Where a version stands; one whose time has passed is retired. */
export const KNOWLEDGE_STATES = ['draft', 'submitted', 'approved', 'published', 'retired'] as const;
export type KnowledgeState = (typeof KNOWLEDGE_STATES)[number];

export const KNOWLEDGE_ACTIONS = ['submit', 'send-back', 'approve', 'publish', 'retire'] as const;
export type KnowledgeAction = (typeof KNOWLEDGE_ACTIONS)[number];

export const ARTICLE_SORTS = ['code', 'changed', 'cited', 'unhelpful'] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

export const KNOWLEDGE_ERRORS = {
  notFound: 'article.not-found',
  codeTaken: 'article.already-exists',
  versionNotFound: 'article.version-not-found',
  /** The version cannot do this from where it stands; `details.state` says where. */
  wrongState: 'article.not-allowed-in-state',
  /** Somebody else wrote meanwhile; `details.latestVersion` and `details.updatedAt` say what is there now. */
  conflict: 'article.version-conflict',
  /** Who wrote or submitted a version may not approve it. */
  ownWork: 'article.own-work',
  /** A reason is needed to send back or to retire. */
  reasonMissing: 'article.reason-missing',
  categoryUnknown: 'article.category-unknown',
  wordingsMissing: 'article.wordings-missing',
  endsBeforeStart: 'article.ends-before-start',
  /** Only what is in force is cited and judged. */
  notInForce: 'article.not-in-force',
  workOrderUnknown: 'article.work-order-unknown',
  nothingToSearch: 'knowledge.nothing-to-search',
  feedbackNotFound: 'article-feedback.not-found',
  tooManyAttachments: 'article.too-many-attachments',
  attachmentNotFound: 'article-attachment.not-found',
} as const;
