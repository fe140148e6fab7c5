import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { OptionalText, RequiredText } from '../fields';
import { CategoryCode } from './article.view';

export class KnowledgeCategoryView {
  @CategoryCode()
  code: string;

  @RequiredText('Name', 100)
  name: string;

  @OptionalText('Name in English', 100)
  nameEn?: string;

  @ApiPropertyOptional({ description: 'Place in the list, 0 first; 0 unless told', type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;

  @ApiPropertyOptional({ description: 'False: no new article takes it; true unless told' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

/** Stores a category; none is ever deleted. */
export const PutKnowledgeCategory = operation({
  subject: 'ticket.command.put-knowledge-category.v1',
  request: KnowledgeCategoryView,
  reply: KnowledgeCategoryView,
});

export class ListKnowledgeCategoriesRequest {}

export class KnowledgeCategories {
  @ApiProperty({ description: 'By place, then code', type: [KnowledgeCategoryView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KnowledgeCategoryView)
  items: KnowledgeCategoryView[];
}

export const ListKnowledgeCategories = operation({
  subject: 'ticket.query.knowledge-categories.v1',
  request: ListKnowledgeCategoriesRequest,
  reply: KnowledgeCategories,
});
