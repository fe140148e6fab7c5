import { Controller, Inject } from '@nestjs/common';
import { type ArticlePage, ListArticles, ListArticlesRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toArticleRow } from '../article-view';
import { Articles } from '../articles.port';

@Controller()
export class ListArticlesHandler {
  constructor(
    private readonly articles: Articles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListArticles)
  async handle({ limit = 50, cursor, sort = 'code', ...filter }: ListArticlesRequest): Promise<ArticlePage> {
    const now = this.clock.now();
    const page = await this.articles.list(filter, sort, now, limit, cursor);
    return { items: page.items.map((listed) => toArticleRow(listed, now)), nextCursor: page.nextCursor };
  }
}
