import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { all, Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';
import { ARTICLE_TYPES, type ArticleType, KNOWLEDGE_STATES, type KnowledgeState } from './words';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const CODE_RULE = {
  message: 'must be 1 to 40 letters, digits, dots, dashes or underscores, the first a letter or digit',
};
/** So many characters have places of their own in the search. */
const MOST_TEXT = 12_000;

export const ArticleCode = (): PropertyDecorator =>
  all(
    ApiProperty({ description: 'Code of the article', example: 'script-agent-answers' }),
    Matches(CODE, CODE_RULE),
  );

export const CategoryCode = (): PropertyDecorator =>
  all(ApiProperty({ description: 'Code of the category', example: 'billing' }), Matches(CODE, CODE_RULE));

const OptionalCategoryCode = (): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: 'Code of the category', example: 'billing' }),
    IsOptional(),
    Matches(CODE, CODE_RULE),
  );

const Words = (description: string, most: number, length: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: [String], maxItems: most }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ArrayUnique(),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(length, { each: true }),
  );

/** What is written in a version. */
export class ArticleContent {
  @RequiredText('Title; the question of a FAQ; the phrase that is forbidden', 200)
  title: string;

  @OptionalText('Title in English', 200)
  titleEn?: string;

  @RequiredText(
    'Text; of a script, what is said, variables as {name}; of a phrase, what is said instead',
    MOST_TEXT,
  )
  body: string;

  @OptionalText('Text in English', MOST_TEXT)
  bodyEn?: string;

  @Words('Other ways to ask; all wordings of a forbidden phrase, which it needs', 30, 100)
  wordings?: string[];

  @Words('Tags', 20, 30)
  tags?: string[];

  @OptionalCategoryCode()
  categoryCode?: string;

  @OptionalText('Where it comes from, e.g. the article of a regulation', 200)
  source?: string;

  @OptionalText('What this version changes, for who approves it', 500)
  changeNote?: string;
}

export class ArticleAttachment {
  @RequiredText('Id of the attachment', 40)
  attachmentId: string;

  @RequiredText('Name of the file', 255)
  fileName: string;

  @RequiredText('Media type', 200)
  contentType: string;

  @ApiProperty({ description: 'Size in bytes', type: 'integer' })
  @IsInt()
  @Min(0)
  bytes: number;
}

/** One version in a few words. */
export class ArticleVersionSummary {
  @ApiProperty({ description: 'Number of the version, from 1', type: 'integer' })
  @IsInt()
  version: number;

  @ApiProperty({ description: 'Where it stands', enum: KNOWLEDGE_STATES })
  @IsIn(KNOWLEDGE_STATES)
  state: KnowledgeState;

  @ApiProperty({ description: 'Whether agents are shown it now' })
  @IsBoolean()
  inForce: boolean;

  @OptionalInstant('From when it is shown')
  validFrom?: string;

  @OptionalInstant('Until when')
  validUntil?: string;

  @Instant('When it last changed')
  updatedAt: string;

  @RequiredText('Who changed it last', 200)
  updatedBy: string;

  @OptionalText('Who approved it', 200)
  approvedBy?: string;
}

/** An article, by one of its versions. */
export class ArticleView extends ArticleContent {
  @ArticleCode()
  code: string;

  @ApiProperty({ description: 'What it is', enum: ARTICLE_TYPES })
  @IsIn(ARTICLE_TYPES)
  type: ArticleType;

  @ApiProperty({ description: 'The version that is shown', type: ArticleVersionSummary })
  @ValidateNested()
  @Type(() => ArticleVersionSummary)
  shown: ArticleVersionSummary;

  @ApiProperty({ description: 'All versions, the latest first', type: [ArticleVersionSummary] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ArticleVersionSummary)
  versions: ArticleVersionSummary[];

  @ApiProperty({ description: 'Variables of a script, in order', type: [String] })
  @IsArray()
  @IsString({ each: true })
  variables: string[];

  @ApiProperty({ description: 'Files of the version', type: [ArticleAttachment] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ArticleAttachment)
  attachments: ArticleAttachment[];

  @ApiProperty({ description: 'Work orders whose answer cites it', type: 'integer' })
  @IsInt()
  citations: number;

  @ApiProperty({ description: 'Judgements "not helpful" that nobody has settled', type: 'integer' })
  @IsInt()
  openComplaints: number;
}

/** A row of the list of articles: by what is in force, else by the latest version. */
export class ArticleRow extends OmitType(ArticleView, [
  'body',
  'bodyEn',
  'wordings',
  'versions',
  'variables',
  'attachments',
  'changeNote',
] as const) {
  @ApiProperty({ description: 'The latest version, whatever its state', type: ArticleVersionSummary })
  @ValidateNested()
  @Type(() => ArticleVersionSummary)
  latest: ArticleVersionSummary;
}
