import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import {
  GetServiceReport,
  GetServiceReportRequest,
  type RequestContext,
  ServiceReportView,
} from '@switchyard/contracts';
import { OperationClient, type TableLanguage } from '@switchyard/platform';
import { IsIn, IsOptional } from 'class-validator';
import { Permission } from '../access/permission.decorator';
import { XLSX } from '../http/media-types';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { renderPdfBulletin, renderXlsxBulletin } from './bulletin/render-bulletin';

const FORMATS = ['pdf', 'xlsx'] as const;
/** A year of a large centre. */
const TIMEOUT_MS = 60_000;

export class BulletinQuery extends GetServiceReportRequest {
  @ApiProperty({ description: 'Format of the file', enum: FORMATS })
  @IsIn(FORMATS)
  format: (typeof FORMATS)[number];

  @ApiPropertyOptional({ description: 'Language', enum: ['zh-CN', 'en'], default: 'zh-CN' })
  @IsOptional()
  @IsIn(['zh-CN', 'en'])
  language?: TableLanguage;
}

@ApiTags('reports')
@ApiBearerAuth()
@Controller('reports')
export class ReportController {
  constructor(private readonly operations: OperationClient) {}

  @Get('service')
  @Permission('report:read')
  @ApiOperation({
    summary:
      'Customer-service information analysis of a period, each figure beside that of the period before',
    description:
      'Volume, departments by time limit, hot topics, complaints by group, content, frequency and cause (§20).',
  })
  @ApiOkResponse({ type: ServiceReportView })
  @ApiProblems(422)
  service(
    @Query() query: GetServiceReportRequest,
    @Context() context: RequestContext,
  ): Promise<ServiceReportView> {
    return this.operations.call(GetServiceReport, query, context, { timeoutMs: TIMEOUT_MS });
  }

  @Get('bulletin')
  @Permission('report:read')
  @ApiOperation({ summary: 'The same as a bulletin to print or to work on' })
  @ApiProduces('application/pdf', XLSX)
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(422)
  async bulletin(@Query() query: BulletinQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const { format, language = 'zh-CN', ...period } = query;
    const report = await this.operations.call(GetServiceReport, period, context, { timeoutMs: TIMEOUT_MS });
    const disposition = `attachment; filename="bulletin.${format}"`;
    return format === 'pdf'
      ? new StreamableFile(renderPdfBulletin(report, language), { type: 'application/pdf', disposition })
      : new StreamableFile(renderXlsxBulletin(report, language), { type: XLSX, disposition });
  }
}
