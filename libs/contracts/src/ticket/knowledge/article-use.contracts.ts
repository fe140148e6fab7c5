import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';
import { ArticleReference } from './article.contracts';
import { ArticleCode } from './article.view';
import { KNOWLEDGE_ERRORS } from './words';

export class CiteArticleRequest extends ArticleReference {
  @RequiredText('Number of the work order whose answer uses it', 40)
  number: string;
}

export class ArticleCitation extends CiteArticleRequest {
  @ApiProperty({ description: 'The version that was in force', type: 'integer' })
  @IsInt()
  version: number;

  @ApiProperty({ description: 'Work orders that cite the article now', type: 'integer' })
  @IsInt()
  citations: number;

  @Instant('When the work order first cited it')
  citedAt: string;

  @RequiredText('Who cited it first', 200)
  citedBy: string;
}

/** An answer uses an article: counted once per work order, however often it is said. */
export const CiteArticle = operation({
  subject: 'ticket.command.cite-article.v1',
  request: CiteArticleRequest,
  reply: ArticleCitation,
  errors: [KNOWLEDGE_ERRORS.notFound, KNOWLEDGE_ERRORS.notInForce, KNOWLEDGE_ERRORS.workOrderUnknown],
});

export class JudgeArticleRequest extends ArticleReference {
  @ApiProperty({ description: 'Whether it helped' })
  @IsBoolean()
  helpful: boolean;

  @OptionalText('What is wrong or missing; needed when it did not help', 500)
  note?: string;

  @OptionalText('Number of the work order that it was needed for', 40)
  number?: string;
}

export class ArticleFeedbackView {
  @ApiProperty({ description: 'Id of the judgement', format: 'uuid' })
  @IsUUID()
  feedbackId: string;

  @ArticleCode()
  code: string;

  @ApiProperty({ description: 'The version that was judged', type: 'integer' })
  @IsInt()
  version: number;

  @ApiProperty({ description: 'Whether it helped' })
  @IsBoolean()
  helpful: boolean;

  @OptionalText('What is wrong or missing', 500)
  note?: string;

  @OptionalText('Number of the work order', 40)
  number?: string;

  @Instant('When')
  givenAt: string;

  @RequiredText('Who', 200)
  givenBy: string;

  @OptionalInstant('When it was settled')
  settledAt?: string;

  @OptionalText('Who settled it', 200)
  settledBy?: string;

  @OptionalText('What came of it', 500)
  settlement?: string;
}

/** Says whether an article in force helped. */
export const JudgeArticle = operation({
  subject: 'ticket.command.judge-article.v1',
  request: JudgeArticleRequest,
  reply: ArticleFeedbackView,
  errors: [KNOWLEDGE_ERRORS.notFound, KNOWLEDGE_ERRORS.notInForce, KNOWLEDGE_ERRORS.reasonMissing],
});

export class SettleArticleFeedbackRequest {
  @ApiProperty({ description: 'Id of the judgement', format: 'uuid' })
  @IsUUID()
  feedbackId: string;

  @RequiredText('What came of it', 500)
  settlement: string;
}

/** Somebody saw to what was found unhelpful; told twice, the first stays. */
export const SettleArticleFeedback = operation({
  subject: 'ticket.command.settle-article-feedback.v1',
  request: SettleArticleFeedbackRequest,
  reply: ArticleFeedbackView,
  errors: [KNOWLEDGE_ERRORS.feedbackNotFound],
});

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class ListArticleFeedbackRequest extends PageRequest {
  @OptionalText('Only of this article', 40)
  code?: string;

  @ApiPropertyOptional({ description: 'Only helpful, or only unhelpful' })
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  helpful?: boolean;

  @ApiPropertyOptional({ description: 'Only settled, or only open' })
  @IsOptional()
  @Transform(asBoolean)
  @IsBoolean()
  settled?: boolean;
}

export class ArticleFeedbackPage extends PageOf(ArticleFeedbackView, 'The latest first') {}

export const ListArticleFeedback = operation({
  subject: 'ticket.query.article-feedback.v1',
  request: ListArticleFeedbackRequest,
  reply: ArticleFeedbackPage,
});

export class CheckWordingRequest {
  @RequiredText('What was or will be said or written', 12_000)
  text: string;
}

export class ForbiddenFinding {
  @ArticleCode()
  code: string;

  @RequiredText('The wording that was found', 100)
  wording: string;

  @ApiProperty({ description: 'Where it begins, UTF-16', type: 'integer' })
  @IsInt()
  start: number;

  @ApiProperty({ description: 'Where it has ended', type: 'integer' })
  @IsInt()
  end: number;

  @ApiProperty({ description: 'What to say instead' })
  @IsString()
  instead: string;
}

export class WordingFindings {
  @ApiProperty({ description: 'In order of place', type: [ForbiddenFinding] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ForbiddenFinding)
  findings: ForbiddenFinding[];
}

/** Forbidden phrases (§14) in a text, by the list that is in force. */
export const CheckWording = operation({
  subject: 'ticket.query.check-wording.v1',
  request: CheckWordingRequest,
  reply: WordingFindings,
});
