import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import {
  ArticleAttachmentReference,
  type ArticleView,
  AttachToArticle,
  AttachToArticleRequest,
  DetachFromArticle,
  GetArticleAttachment,
  GetArticleAttachmentRequest,
  KNOWLEDGE_ERRORS,
  type RequestContext,
  type StoredArticleAttachment,
} from '@switchyard/contracts';
import { isEditable } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { Articles, type Article, type ArticleVersion } from '../articles.port';
import { ChangeArticle } from '../change-article';
import { wrongState } from '../knowledge-errors';
import { latestOf } from '../write-article/write-article.use-case';

const MOST = 20;

@Controller()
export class ArticleAttachmentsHandler {
  constructor(
    private readonly articles: Articles,
    private readonly change: ChangeArticle,
  ) {}

  @Handles(AttachToArticle)
  attach({ code, ...file }: AttachToArticleRequest, context: RequestContext): Promise<ArticleView> {
    return this.change.execute(code, context, (article) => {
      const draft = draftOf(article);
      if (draft.attachments.length >= MOST) {
        throw new DomainError(
          KNOWLEDGE_ERRORS.tooManyAttachments,
          `A version has at most ${MOST} attachments; take one out first.`,
        );
      }
      const attachments = [...draft.attachments, { attachmentId: randomUUID(), ...file }];
      return [{ version: { ...draft, attachments }, change: 'attached' }];
    });
  }

  @Handles(DetachFromArticle)
  detach({ code, attachmentId }: ArticleAttachmentReference, context: RequestContext): Promise<ArticleView> {
    return this.change.execute(code, context, (article) => {
      const draft = draftOf(article);
      const attachments = draft.attachments.filter((one) => one.attachmentId !== attachmentId);
      if (attachments.length === draft.attachments.length) throw notFound(attachmentId);
      return [{ version: { ...draft, attachments }, change: 'detached' }];
    });
  }

  @Handles(GetArticleAttachment)
  async get(request: GetArticleAttachmentRequest): Promise<StoredArticleAttachment> {
    const article = await this.articles.find(request.code);
    const version = article?.versions.find((one) => one.version === request.version);
    const found = version?.attachments.find((one) => one.attachmentId === request.attachmentId);
    if (!found) throw notFound(request.attachmentId);
    return found;
  }
}

function draftOf(article: Article): ArticleVersion {
  const latest = latestOf(article);
  if (isEditable(latest.state)) return latest;
  throw wrongState(article.code, latest.state, 'write a draft first');
}

const notFound = (attachmentId: string): DomainError =>
  new DomainError(KNOWLEDGE_ERRORS.attachmentNotFound, `There is no attachment ${attachmentId}.`, {
    attachmentId,
  });
