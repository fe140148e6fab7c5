import { StreamableFile } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MonthlyScoreStatement } from '@switchyard/contracts';
import type { TableLanguage } from '@switchyard/platform';
import { IsIn, IsOptional } from 'class-validator';
import { XLSX } from '../http/media-types';
import { renderPdfStatement, renderXlsxStatement } from './render-statement';

const FORMATS = ['pdf', 'xlsx'] as const;

export class StatementFileQuery {
  @ApiProperty({ description: 'Format of the file', enum: FORMATS })
  @IsIn(FORMATS)
  format: (typeof FORMATS)[number];

  @ApiPropertyOptional({ description: 'Language', enum: ['zh-CN', 'en'], default: 'zh-CN' })
  @IsOptional()
  @IsIn(['zh-CN', 'en'])
  language?: TableLanguage;
}

export function statementFile(
  statement: MonthlyScoreStatement,
  { format, language = 'zh-CN' }: StatementFileQuery,
): StreamableFile {
  const disposition = `attachment; filename="score-${statement.staffNumber}-${statement.month}.${format}"`;
  return format === 'pdf'
    ? new StreamableFile(renderPdfStatement(statement, language), { type: 'application/pdf', disposition })
    : new StreamableFile(renderXlsxStatement(statement, language), { type: XLSX, disposition });
}
