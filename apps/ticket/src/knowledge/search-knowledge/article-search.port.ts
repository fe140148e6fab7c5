import type { ArticleType } from '@switchyard/contracts';
import type { SearchQuery } from '@switchyard/domain';

export interface SearchFilter {
  readonly type?: ArticleType;
  readonly categoryCode?: string;
  readonly tag?: string;
}

export interface FoundArticle {
  readonly code: string;
  readonly version: number;
  readonly type: ArticleType;
  readonly title: string;
  readonly titleEn: string | null;
  readonly wordings: readonly string[];
  readonly body: string;
  readonly bodyEn: string | null;
  readonly categoryCode: string | null;
  readonly citations: number;
  readonly exact: boolean;
}

export interface FoundArticles {
  readonly items: readonly FoundArticle[];
  readonly total: number;
}

export abstract class ArticleSearch {
  /** What is in force and has enough of the query, the best first, after the first `skip`. */
  abstract find(
    query: SearchQuery,
    filter: SearchFilter,
    now: Date,
    limit: number,
    skip: number,
  ): Promise<FoundArticles>;
}
