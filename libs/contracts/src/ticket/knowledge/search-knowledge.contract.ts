import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { OptionalText, RequiredText } from '../fields';
import { ArticleCode } from './article.view';
import { ARTICLE_TYPES, type ArticleType, KNOWLEDGE_ERRORS } from './words';

export class SearchKnowledgeRequest extends PageRequest {
  @RequiredText('What is looked for: words with spaces between them, or a question', 100)
  q: string;

  @ApiPropertyOptional({ description: 'Only this type', enum: ARTICLE_TYPES })
  @IsOptional()
  @IsIn(ARTICLE_TYPES)
  type?: ArticleType;

  @OptionalText('Only this category', 40)
  categoryCode?: string;

  @OptionalText('Only with this tag', 30)
  tag?: string;
}

const HIGHLIGHTED = ['title', 'titleEn', 'wordings', 'body', 'bodyEn'] as const;

/** A part of a text that has what was looked for. */
export class KnowledgeHighlight {
  @ApiProperty({ description: 'Which text', enum: HIGHLIGHTED })
  @IsIn(HIGHLIGHTED)
  field: (typeof HIGHLIGHTED)[number];

  @ApiProperty({ description: 'The part of it, plain text' })
  @IsString()
  text: string;

  @ApiProperty({
    description: 'What was looked for in it: pairs of places (UTF-16), from and before',
    type: 'array',
    items: { type: 'array', items: { type: 'integer' } },
    example: [[2, 4]],
  })
  @IsArray()
  marks: number[][];
}

export class KnowledgeHit {
  @ArticleCode()
  code: string;

  @ApiProperty({ description: 'Number of the version', type: 'integer' })
  @IsInt()
  version: number;

  @ApiProperty({ description: 'What it is', enum: ARTICLE_TYPES })
  @IsIn(ARTICLE_TYPES)
  type: ArticleType;

  @RequiredText('Title', 200)
  title: string;

  @OptionalText('Title in English', 200)
  titleEn?: string;

  @OptionalText('Category', 40)
  categoryCode?: string;

  @ApiProperty({ description: 'Whether all of it is there as written, not only parts' })
  @IsBoolean()
  exact: boolean;

  @ApiProperty({ description: 'Work orders whose answer cites it', type: 'integer' })
  @IsInt()
  citations: number;

  @ApiProperty({ description: 'Where it was found', type: [KnowledgeHighlight] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KnowledgeHighlight)
  highlights: KnowledgeHighlight[];
}

export class KnowledgeHits {
  @ApiProperty({ description: 'The best first', type: [KnowledgeHit] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KnowledgeHit)
  items: KnowledgeHit[];

  @ApiProperty({ description: 'How many there are in all', type: 'integer' })
  @IsInt()
  total: number;

  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
  @IsOptional()
  @IsString()
  nextCursor?: string;
}

/** Finds what is in force, in Chinese and English, words of two characters too. */
export const SearchKnowledge = operation({
  subject: 'ticket.query.search-knowledge.v1',
  request: SearchKnowledgeRequest,
  reply: KnowledgeHits,
  errors: [KNOWLEDGE_ERRORS.nothingToSearch],
});
