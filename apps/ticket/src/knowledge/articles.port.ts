import type { ArticleSort, ArticleType, KnowledgeAction, KnowledgeState } from '@switchyard/contracts';

export interface StoredAttachment {
  readonly attachmentId: string;
  readonly fileKey: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** What is written in a version. */
export interface ArticleText {
  readonly title: string;
  readonly titleEn?: string;
  readonly body: string;
  readonly bodyEn?: string;
  readonly wordings: readonly string[];
  readonly tags: readonly string[];
  readonly categoryCode?: string;
  readonly source?: string;
  readonly changeNote?: string;
}

export interface ArticleVersion extends ArticleText {
  readonly code: string;
  readonly version: number;
  readonly state: KnowledgeState;
  readonly attachments: readonly StoredAttachment[];
  readonly validFrom?: Date;
  readonly validUntil?: Date;
  /** Ids of everybody who wrote or submitted it. */
  readonly authors: readonly string[];
  readonly approvedBy?: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

export interface ArticleHead {
  readonly code: string;
  readonly type: ArticleType;
  /** Work orders whose answer cites it. */
  readonly citations: number;
  /** Judgements "not helpful" that nobody has settled. */
  readonly openComplaints: number;
}

export interface Article extends ArticleHead {
  /** The latest first; never empty. */
  readonly versions: readonly ArticleVersion[];
}

export type ArticleChangeName =
  'created' | 'written' | 'attached' | 'detached' | 'superseded' | KnowledgeAction;

export interface ArticleChange {
  readonly code: string;
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  readonly change: ArticleChangeName;
  readonly reason?: string;
}

export interface ArticleFilter {
  readonly type?: ArticleType;
  readonly state?: KnowledgeState;
  readonly categoryCode?: string;
  readonly tag?: string;
  readonly title?: string;
}

export interface ListedArticle {
  readonly head: ArticleHead;
  /** In force now, else the latest. */
  readonly shown: ArticleVersion;
  readonly latest: ArticleVersion;
}

export interface ArticlesPage {
  readonly items: readonly ListedArticle[];
  readonly nextCursor?: string;
}

export abstract class Articles {
  /** From 1, each given once. */
  abstract nextSerial(): Promise<number>;
  /** False when the code is taken. */
  abstract add(code: string, type: ArticleType, createdBy: string, at: Date): Promise<boolean>;
  abstract find(code: string): Promise<Article | undefined>;
  /** The article, which nobody else can change until the transaction ends. */
  abstract lock(code: string): Promise<Article | undefined>;
  /** Stores a version whole, new or known. */
  abstract put(version: ArticleVersion): Promise<void>;
  /** Keeps who did what; nothing of it is ever changed. */
  abstract remember(change: ArticleChange): Promise<void>;
  /** The latest first. */
  abstract history(code: string, limit: number): Promise<readonly ArticleChange[]>;
  /** @throws DomainError `request.invalid` for a cursor that this port did not make */
  abstract list(
    filter: ArticleFilter,
    sort: ArticleSort,
    now: Date,
    limit: number,
    cursor?: string,
  ): Promise<ArticlesPage>;
  /** Versions of a type that are in force, by code; at most 1000. */
  abstract inForce(type: ArticleType, now: Date): Promise<readonly ArticleVersion[]>;
}
