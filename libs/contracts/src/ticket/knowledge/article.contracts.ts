import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';
import { ArticleCode, ArticleContent, ArticleRow, ArticleView } from './article.view';
import {
  ARTICLE_SORTS,
  ARTICLE_TYPES,
  type ArticleSort,
  type ArticleType,
  KNOWLEDGE_ACTIONS,
  KNOWLEDGE_ERRORS,
  KNOWLEDGE_STATES,
  type KnowledgeAction,
  type KnowledgeState,
} from './words';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

export class ArticleReference {
  @ArticleCode()
  code: string;
}

export class CreateArticleRequest extends ArticleContent {
  @ApiPropertyOptional({ description: 'Code; one is given unless told', example: 'pay-by-phone' })
  @IsOptional()
  @Matches(CODE, { message: 'must be 1 to 40 letters, digits, dots, dashes or underscores' })
  code?: string;

  @ApiProperty({ description: 'What it is', enum: ARTICLE_TYPES })
  @IsIn(ARTICLE_TYPES)
  type: ArticleType;
}

/** Writes a new article, as the draft of its first version. */
export const CreateArticle = operation({
  subject: 'ticket.command.create-article.v1',
  request: CreateArticleRequest,
  reply: ArticleView,
  errors: [KNOWLEDGE_ERRORS.codeTaken, KNOWLEDGE_ERRORS.categoryUnknown, KNOWLEDGE_ERRORS.wordingsMissing],
});

export class WriteArticleRequest extends ArticleContent {
  @ArticleCode()
  code: string;

  @ApiProperty({ description: 'The latest version that the writer has seen', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  latestVersion: number;

  @OptionalInstant('Its `updatedAt` as seen: refused when somebody wrote meanwhile')
  seenAt?: string;
}

/** Writes the draft, whole; a draft of the next version begins where the latest is none any more. */
export const WriteArticle = operation({
  subject: 'ticket.command.write-article.v1',
  request: WriteArticleRequest,
  reply: ArticleView,
  errors: [
    KNOWLEDGE_ERRORS.notFound,
    KNOWLEDGE_ERRORS.wrongState,
    KNOWLEDGE_ERRORS.conflict,
    KNOWLEDGE_ERRORS.categoryUnknown,
    KNOWLEDGE_ERRORS.wordingsMissing,
  ],
});

export class MoveArticleVersionRequest extends ArticleReference {
  @ApiProperty({ description: 'Number of the version', type: 'integer', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @ApiProperty({ description: 'What is done with it', enum: KNOWLEDGE_ACTIONS })
  @IsIn(KNOWLEDGE_ACTIONS)
  action: KnowledgeAction;

  @OptionalText('Why; needed to send back and to retire', 500)
  reason?: string;

  @OptionalInstant('Publishing: from when it is shown; now unless told')
  validFrom?: string;

  @OptionalInstant('Publishing: until when; without end unless told')
  validUntil?: string;
}

/**
 * Draft → submitted → approved by somebody else → published, or sent back; published → retired. What was published
 * before ends where this one begins.
 */
export const MoveArticleVersion = operation({
  subject: 'ticket.command.move-article-version.v1',
  request: MoveArticleVersionRequest,
  reply: ArticleView,
  errors: [
    KNOWLEDGE_ERRORS.notFound,
    KNOWLEDGE_ERRORS.versionNotFound,
    KNOWLEDGE_ERRORS.wrongState,
    KNOWLEDGE_ERRORS.ownWork,
    KNOWLEDGE_ERRORS.reasonMissing,
    KNOWLEDGE_ERRORS.endsBeforeStart,
  ],
});

export class GetArticleRequest extends ArticleReference {
  @ApiPropertyOptional({
    description: 'This version; unless told what is in force, else the latest',
    type: 'integer',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  version?: number;
}

export const GetArticle = operation({
  subject: 'ticket.query.article.v1',
  request: GetArticleRequest,
  reply: ArticleView,
  errors: [KNOWLEDGE_ERRORS.notFound, KNOWLEDGE_ERRORS.versionNotFound],
});

export class ListArticlesRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only this type', enum: ARTICLE_TYPES })
  @IsOptional()
  @IsIn(ARTICLE_TYPES)
  type?: ArticleType;

  @ApiPropertyOptional({ description: 'Only those whose latest version stands here', enum: KNOWLEDGE_STATES })
  @IsOptional()
  @IsIn(KNOWLEDGE_STATES)
  state?: KnowledgeState;

  @OptionalText('Only this category', 40)
  categoryCode?: string;

  @OptionalText('Only with this tag', 30)
  tag?: string;

  @OptionalText('Only those whose title has these characters', 100)
  title?: string;

  @ApiPropertyOptional({
    description: 'Order: by code, or the latest changed, the most cited, the most found unhelpful first',
    enum: ARTICLE_SORTS,
    default: 'code',
  })
  @IsOptional()
  @IsIn(ARTICLE_SORTS)
  sort?: ArticleSort;
}

export class ArticlePage extends PageOf(ArticleRow, 'Articles') {}

export const ListArticles = operation({
  subject: 'ticket.query.articles.v1',
  request: ListArticlesRequest,
  reply: ArticlePage,
});

export class ArticleHistoryRow {
  @ApiProperty({ description: 'Number of the version', type: 'integer' })
  @IsInt()
  version: number;

  @Instant('When')
  at: string;

  @RequiredText('Who', 200)
  actor: string;

  @RequiredText('What was done', 40)
  change: string;

  @OptionalText('Why', 500)
  reason?: string;
}

export class ArticleHistory {
  @ApiProperty({ description: 'The latest first, at most 500', type: [ArticleHistoryRow] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ArticleHistoryRow)
  items: ArticleHistoryRow[];
}

/** Who did what to an article; nothing of it is ever changed. */
export const GetArticleHistory = operation({
  subject: 'ticket.query.article-history.v1',
  request: ArticleReference,
  reply: ArticleHistory,
  errors: [KNOWLEDGE_ERRORS.notFound],
});
