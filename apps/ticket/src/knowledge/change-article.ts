import { Inject, Injectable } from '@nestjs/common';
import type { ArticleView, RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { toArticleView } from './article-view';
import { Articles, type Article, type ArticleChangeName, type ArticleVersion } from './articles.port';
import { articleNotFound } from './knowledge-errors';

export interface VersionChange {
  readonly version: ArticleVersion;
  readonly change: ArticleChangeName;
  readonly reason?: string;
}

/** Every change of an article: stored and remembered in one transaction. */
@Injectable()
export class ChangeArticle {
  constructor(
    private readonly articles: Articles,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives the article as it is to `next`, which answers what of it changes, the version that is meant first.
   * @throws DomainError `article.not-found`, and what `next` throws
   */
  execute(
    code: string,
    context: RequestContext,
    next: (article: Article, now: Date) => readonly VersionChange[] | Promise<readonly VersionChange[]>,
  ): Promise<ArticleView> {
    return this.work.inTransaction(async () => {
      const article = await this.articles.lock(code);
      if (!article) throw articleNotFound(code);
      const now = this.clock.now();
      const changes = await next(article, now);
      for (const change of changes) await this.store(change, context.actor.id, now);
      const stored = (await this.articles.find(code)) ?? article;
      const wanted = changes[0]?.version.version;
      const shown = stored.versions.find(({ version }) => version === wanted) ?? stored.versions[0];
      if (!shown) throw new Error(`article ${code} has no version`);
      return toArticleView(stored, shown, now);
    });
  }

  /** To be called in the transaction of the change. */
  async store({ version, change, reason }: VersionChange, actor: string, now: Date): Promise<void> {
    await this.articles.put({ ...version, updatedAt: now, updatedBy: actor });
    const { code, version: number } = version;
    await this.articles.remember({
      code,
      version: number,
      at: now,
      actor,
      change,
      ...(reason !== undefined && { reason }),
    });
  }
}
