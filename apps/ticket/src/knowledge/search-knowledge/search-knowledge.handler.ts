import { Controller, Inject } from '@nestjs/common';
import {
  KNOWLEDGE_ERRORS,
  type KnowledgeHighlight,
  type KnowledgeHit,
  type KnowledgeHits,
  SearchKnowledge,
  SearchKnowledgeRequest,
} from '@switchyard/contracts';
import { highlightOf, searchQueryOf } from '@switchyard/domain';
import {
  CLOCK,
  type Clock,
  CURSOR_PARTS,
  decodeCursor,
  DomainError,
  encodeCursor,
  Handles,
} from '@switchyard/platform';
import { ArticleSearch, type FoundArticle } from './article-search.port';

@Controller()
export class SearchKnowledgeHandler {
  constructor(
    private readonly search: ArticleSearch,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SearchKnowledge)
  async handle({ q, limit = 50, cursor, ...filter }: SearchKnowledgeRequest): Promise<KnowledgeHits> {
    const query = searchQueryOf(q);
    if (!query) {
      throw new DomainError(
        KNOWLEDGE_ERRORS.nothingToSearch,
        'q holds no letter, digit or Chinese character; type what is looked for.',
        { field: 'q' },
      );
    }
    // The order is by rank, which no key can continue: a cursor says how many were shown.
    const skip = cursor === undefined ? 0 : Number(decodeCursor(cursor, CURSOR_PARTS.integer)[0]);
    const { items, total } = await this.search.find(query, filter, this.clock.now(), limit, skip);
    const shown = skip + items.length;
    return {
      items: items.map((article) => toHit(article, q)),
      total,
      ...(shown < total && items.length > 0 && { nextCursor: encodeCursor([String(shown)]) }),
    };
  }
}

function toHit(article: FoundArticle, q: string): KnowledgeHit {
  const { code, version, type, title, titleEn, categoryCode, citations, exact } = article;
  return {
    code,
    version,
    type,
    title,
    citations,
    exact,
    titleEn: titleEn ?? undefined,
    categoryCode: categoryCode ?? undefined,
    highlights: highlightsOf(article, q),
  };
}

function highlightsOf(article: FoundArticle, q: string): KnowledgeHighlight[] {
  const { title, titleEn, wordings, body, bodyEn } = article;
  const texts = { title, titleEn, wordings: wordings.join(' · '), body, bodyEn };
  return Object.entries(texts).flatMap(([field, text]) => {
    const found = text === null ? undefined : highlightOf(text, q);
    if (!found) return [];
    const marks = found.marks.map(([from, before]) => [from, before]);
    return [{ field: field as KnowledgeHighlight['field'], text: found.text, marks }];
  });
}
