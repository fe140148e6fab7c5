import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  type ArticleFeedbackPage,
  type ArticleFeedbackView,
  JudgeArticle,
  JudgeArticleRequest,
  KNOWLEDGE_ERRORS,
  ListArticleFeedback,
  ListArticleFeedbackRequest,
  type RequestContext,
  SettleArticleFeedback,
  SettleArticleFeedbackRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { inForceOf } from '../article-view';
import { Articles } from '../articles.port';
import { articleNotFound, notInForce } from '../knowledge-errors';
import { ArticleUse, type Feedback } from './article-use.port';

@Controller()
export class ArticleFeedbackHandler {
  constructor(
    private readonly articles: Articles,
    private readonly use: ArticleUse,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(JudgeArticle)
  judge(request: JudgeArticleRequest, { actor }: RequestContext): Promise<ArticleFeedbackView> {
    const { code, helpful, note } = request;
    if (!helpful && note === undefined) {
      throw new DomainError(KNOWLEDGE_ERRORS.reasonMissing, 'Say what is wrong or missing.', {
        field: 'note',
      });
    }
    return this.work.inTransaction(async () => {
      const article = await this.articles.find(code);
      if (!article) throw articleNotFound(code);
      const givenAt = this.clock.now();
      const version = inForceOf(article.versions, givenAt)?.version;
      if (version === undefined) throw notInForce(code);
      const feedback = { ...request, feedbackId: randomUUID(), version, givenAt, givenBy: actor.id };
      await this.use.judge(feedback);
      return toView(feedback);
    });
  }

  @Handles(SettleArticleFeedback)
  settle(
    { feedbackId, settlement }: SettleArticleFeedbackRequest,
    { actor }: RequestContext,
  ): Promise<ArticleFeedbackView> {
    return this.work.inTransaction(async () => {
      const by = { settledAt: this.clock.now(), settledBy: actor.id, settlement };
      const settled = await this.use.settle(feedbackId, by);
      if (settled) return toView(settled);
      throw new DomainError(KNOWLEDGE_ERRORS.feedbackNotFound, `There is no judgement ${feedbackId}.`, {
        feedbackId,
      });
    });
  }

  @Handles(ListArticleFeedback)
  async list({ limit = 50, cursor, ...filter }: ListArticleFeedbackRequest): Promise<ArticleFeedbackPage> {
    const page = await this.use.feedback(filter, limit, cursor);
    return { items: page.items.map(toView), nextCursor: page.nextCursor };
  }
}

function toView({ givenAt, settledAt, ...feedback }: Feedback): ArticleFeedbackView {
  return { ...feedback, givenAt: givenAt.toISOString(), settledAt: settledAt?.toISOString() };
}
