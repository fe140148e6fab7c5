import { Controller, Inject } from '@nestjs/common';
import {
  type ArticleCitation,
  CiteArticle,
  CiteArticleRequest,
  KNOWLEDGE_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { inForceOf } from '../article-view';
import { Articles } from '../articles.port';
import { articleNotFound, notInForce } from '../knowledge-errors';
import { ArticleUse } from './article-use.port';

@Controller()
export class CiteArticleHandler {
  constructor(
    private readonly articles: Articles,
    private readonly use: ArticleUse,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(CiteArticle)
  handle({ code, number }: CiteArticleRequest, { actor }: RequestContext): Promise<ArticleCitation> {
    return this.work.inTransaction(async () => {
      const article = await this.articles.find(code);
      if (!article) throw articleNotFound(code);
      const citedAt = this.clock.now();
      const version = inForceOf(article.versions, citedAt)?.version;
      if (version === undefined) throw notInForce(code);
      if (!(await this.use.workOrderExists(number))) {
        throw new DomainError(KNOWLEDGE_ERRORS.workOrderUnknown, `There is no work order ${number}.`, {
          field: 'number',
          number,
        });
      }
      const citation = { code, version, number, citedAt, citedBy: actor.id };
      const { stored, citations } = await this.use.cite(citation);
      return { ...stored, citedAt: stored.citedAt.toISOString(), citations };
    });
  }
}
