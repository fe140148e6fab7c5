import { Controller, Inject } from '@nestjs/common';
import {
  type ArticleHistory,
  ArticleReference,
  type ArticleView,
  GetArticle,
  GetArticleHistory,
  GetArticleRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { inForceOf, toArticleView } from '../article-view';
import { Articles } from '../articles.port';
import { articleNotFound, versionNotFound } from '../knowledge-errors';

const MOST_CHANGES = 500;

@Controller()
export class GetArticleHandler {
  constructor(
    private readonly articles: Articles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetArticle)
  async get({ code, version: wanted }: GetArticleRequest): Promise<ArticleView> {
    const article = await this.articles.find(code);
    if (!article) throw articleNotFound(code);
    const now = this.clock.now();
    const { versions } = article;
    const shown =
      wanted === undefined
        ? (inForceOf(versions, now) ?? versions[0])
        : versions.find(({ version }) => version === wanted);
    if (!shown) throw versionNotFound(code, wanted ?? 1);
    return toArticleView(article, shown, now);
  }

  @Handles(GetArticleHistory)
  async history({ code }: ArticleReference): Promise<ArticleHistory> {
    const changes = await this.articles.history(code, MOST_CHANGES);
    if (changes.length === 0) throw articleNotFound(code);
    const items = changes.map(({ version, at, actor, change, reason }) => ({
      version,
      at: at.toISOString(),
      actor,
      change,
      reason,
    }));
    return { items };
  }
}
