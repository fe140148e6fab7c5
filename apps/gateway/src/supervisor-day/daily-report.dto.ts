import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import {
  GetDailyReportRequest,
  ListDailyReportsRequest,
  SHEET_LANGUAGES,
  type SheetLanguage,
} from '@switchyard/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { ExportOf } from '../http/export-of';
import { SHEET_FORMATS, type SheetFormat } from './daily-report-file';

export class DailyReportVersionQuery extends PickType(GetDailyReportRequest, ['version'] as const) {}

export class DailyReportsExportQuery extends ExportOf(ListDailyReportsRequest) {}

export class DailyReportFileQuery extends DailyReportVersionQuery {
  @ApiProperty({ description: 'Format of the file', enum: SHEET_FORMATS })
  @IsIn(SHEET_FORMATS)
  format: SheetFormat;

  @ApiPropertyOptional({ description: 'Language', enum: SHEET_LANGUAGES, default: 'zh-CN' })
  @IsOptional()
  @IsIn(SHEET_LANGUAGES)
  language?: SheetLanguage;
}
