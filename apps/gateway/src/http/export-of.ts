import type { Type } from '@nestjs/common';
import { ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import type { PageRequest } from '@switchyard/contracts';
import type { TableLanguage } from '@switchyard/platform';
import { IsIn, IsOptional } from 'class-validator';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const LANGUAGES = ['zh-CN', 'en'] as const;

export class ExportOptions {
  @ApiPropertyOptional({ description: 'Format of the file', enum: EXPORT_FORMATS, default: 'csv' })
  @IsOptional()
  @IsIn(EXPORT_FORMATS)
  format?: ExportFormat;

  @ApiPropertyOptional({ description: 'Language of headers and words', enum: LANGUAGES, default: 'zh-CN' })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: TableLanguage;
}

/** Query of a list's export: the filters of the list, without its paging, and how the file is to be. */
export function ExportOf<List extends PageRequest>(
  list: Type<List>,
): Type<Omit<List, 'limit' | 'cursor'> & ExportOptions> {
  // The two mixins lose the names of a type that is not known yet.
  const query: unknown = IntersectionType(OmitType(list, ['limit', 'cursor'] as const), ExportOptions);
  return query as Type<Omit<List, 'limit' | 'cursor'> & ExportOptions>;
}
