import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import { RequiredText } from '../fields';
import { ArticleReference } from './article.contracts';
import { ArticleAttachment, ArticleView } from './article.view';
import { KNOWLEDGE_ERRORS } from './words';

export class AttachToArticleRequest extends ArticleReference {
  @RequiredText('Where the file lies in the file store', 500)
  fileKey: string;

  @RequiredText('Name of the file', 255)
  fileName: string;

  @RequiredText('Media type', 200)
  contentType: string;

  @ApiProperty({ description: 'Size in bytes', type: 'integer' })
  @IsInt()
  @Min(0)
  bytes: number;
}

/** Adds a file to the draft of an article. */
export const AttachToArticle = operation({
  subject: 'ticket.command.attach-to-article.v1',
  request: AttachToArticleRequest,
  reply: ArticleView,
  errors: [KNOWLEDGE_ERRORS.notFound, KNOWLEDGE_ERRORS.wrongState, KNOWLEDGE_ERRORS.tooManyAttachments],
});

export class ArticleAttachmentReference extends ArticleReference {
  @RequiredText('Id of the attachment', 40)
  attachmentId: string;
}

/** Takes a file out of the draft; versions that were published keep theirs. */
export const DetachFromArticle = operation({
  subject: 'ticket.command.detach-from-article.v1',
  request: ArticleAttachmentReference,
  reply: ArticleView,
  errors: [KNOWLEDGE_ERRORS.notFound, KNOWLEDGE_ERRORS.wrongState, KNOWLEDGE_ERRORS.attachmentNotFound],
});

export class GetArticleAttachmentRequest extends ArticleAttachmentReference {
  @ApiProperty({ description: 'Number of the version', type: 'integer', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;
}

export class StoredArticleAttachment extends ArticleAttachment {
  @RequiredText('Where the file lies in the file store', 500)
  fileKey: string;
}

export const GetArticleAttachment = operation({
  subject: 'ticket.query.article-attachment.v1',
  request: GetArticleAttachmentRequest,
  reply: StoredArticleAttachment,
  errors: [KNOWLEDGE_ERRORS.attachmentNotFound],
});
