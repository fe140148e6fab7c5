import { OmitType, PickType } from '@nestjs/swagger';
import {
  ArticleReference,
  CreateArticleRequest,
  CheckWordingRequest,
  GetArticleAttachmentRequest,
  JudgeArticleRequest,
  CiteArticleRequest,
  KnowledgeCategoryView,
  ListArticleFeedbackRequest,
  ListArticlesRequest,
  MoveArticleVersionRequest,
  SettleArticleFeedbackRequest,
  WriteArticleRequest,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class ArticlePath extends ArticleReference {}

export class NewArticleBody extends CreateArticleRequest {}

export class ArticleBody extends OmitType(WriteArticleRequest, ['code'] as const) {}

export class ArticleVersionPath extends PickType(MoveArticleVersionRequest, [
  'code',
  'version',
  'action',
] as const) {}

export class MoveVersionBody extends OmitType(MoveArticleVersionRequest, [
  'code',
  'version',
  'action',
] as const) {}

export class ArticlesExportQuery extends ExportOf(ListArticlesRequest) {}

export class FeedbackExportQuery extends ExportOf(ListArticleFeedbackRequest) {}

export class AttachmentPath extends PickType(GetArticleAttachmentRequest, [
  'code',
  'attachmentId',
] as const) {}

export class StoredAttachmentPath extends GetArticleAttachmentRequest {}

export class CitationBody extends OmitType(CiteArticleRequest, ['code'] as const) {}

export class JudgementBody extends OmitType(JudgeArticleRequest, ['code'] as const) {}

export class FeedbackPath extends PickType(SettleArticleFeedbackRequest, ['feedbackId'] as const) {}

export class SettlementBody extends OmitType(SettleArticleFeedbackRequest, ['feedbackId'] as const) {}

export class CategoryPath extends PickType(KnowledgeCategoryView, ['code'] as const) {}

export class CategoryBody extends OmitType(KnowledgeCategoryView, ['code'] as const) {}

export class WordingBody extends CheckWordingRequest {}
