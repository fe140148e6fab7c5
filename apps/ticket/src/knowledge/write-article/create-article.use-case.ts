import { Inject, Injectable } from '@nestjs/common';
import {
  type ArticleView,
  type CreateArticleRequest,
  KNOWLEDGE_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { toArticleView } from '../article-view';
import { Articles, type ArticleVersion } from '../articles.port';
import { Categories } from '../categories/categories.port';
import { ChangeArticle } from '../change-article';
import { articleTextOf } from './article-text';

/** Writes a new article. @throws DomainError `article.already-exists`, and of `articleTextOf` */
@Injectable()
export class CreateArticleUseCase {
  constructor(
    private readonly articles: Articles,
    private readonly categories: Categories,
    private readonly change: ChangeArticle,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ code, type, ...content }: CreateArticleRequest, context: RequestContext): Promise<ArticleView> {
    return this.work.inTransaction(async () => {
      const text = await articleTextOf(type, content, this.categories);
      const now = this.clock.now();
      const actor = context.actor.id;
      const given = code ?? `K${String(await this.articles.nextSerial()).padStart(6, '0')}`;
      if (!(await this.articles.add(given, type, actor, now))) {
        throw new DomainError(
          KNOWLEDGE_ERRORS.codeTaken,
          `Article ${given} exists; write a version of it, or give another code.`,
          { field: 'code', code: given },
        );
      }
      const version: ArticleVersion = {
        ...text,
        code: given,
        version: 1,
        state: 'draft',
        attachments: [],
        authors: [actor],
        updatedAt: now,
        updatedBy: actor,
      };
      await this.change.store({ version, change: 'created' }, actor, now);
      const head = { code: given, type, citations: 0, openComplaints: 0 };
      return toArticleView({ ...head, versions: [version] }, version, now);
    });
  }
}
