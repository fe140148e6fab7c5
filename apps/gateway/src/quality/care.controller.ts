import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CoachingGap,
  type CoachingGapPage,
  type CoachingPage,
  CoachingView,
  ListCoachingGaps,
  ListCoachingGapsRequest,
  ListCoachings,
  ListCoachingsRequest,
  ListQualityEscalations,
  ListQualityEscalationsRequest,
  type QualityEscalationPage,
  QualityEscalationView,
  RecordCoaching,
  type RequestContext,
  SettleQualityEscalation,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { COACHING_COLUMNS, ESCALATION_COLUMNS, GAP_COLUMNS } from './quality-columns';
import {
  CoachingGapsExportQuery,
  CoachingsExportQuery,
  EscalationPath,
  EscalationsExportQuery,
  EscalationSettlementBody,
  NewCoachingBody,
} from './quality-queries';

@ApiTags('quality')
@ApiBearerAuth()
@Controller('quality')
export class QualityCareController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post('coachings')
  @Permission('quality:coach')
  @ApiOperation({ summary: 'Write a coaching down that was held (30 min a week, S2 L251)' })
  @ApiCreatedResponse({ type: CoachingView })
  @ApiProblems(403, 404, 422)
  coach(@Body() body: NewCoachingBody, @Context() context: RequestContext): Promise<CoachingView> {
    return this.operations.call(RecordCoaching, body, context);
  }

  @Get('coachings')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Coachings, the latest first' })
  @ApiPage(CoachingView)
  coachings(@Query() query: ListCoachingsRequest, @Context() context: RequestContext): Promise<CoachingPage> {
    return this.operations.call(ListCoachings, query, context);
  }

  @Get('coachings/export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Coachings as a file' })
  @ApiListFile()
  exportCoachings(
    @Query() query: CoachingsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListCoachings, columns: COACHING_COLUMNS, fileName: 'coachings' };
    return this.files.of({ ...list, sheetName: { 'zh-CN': '辅导记录', en: 'Coachings' } }, query, context);
  }

  @Get('coaching-gaps')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Agents who had less coaching in a week than the policy asks for' })
  @ApiPage(CoachingGap)
  gaps(
    @Query() query: ListCoachingGapsRequest,
    @Context() context: RequestContext,
  ): Promise<CoachingGapPage> {
    return this.operations.call(ListCoachingGaps, query, context);
  }

  @Get('coaching-gaps/export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportGaps(
    @Query() query: CoachingGapsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListCoachingGaps, columns: GAP_COLUMNS, fileName: 'coaching-gaps' };
    return this.files.of(
      { ...list, sheetName: { 'zh-CN': '辅导缺口', en: 'Coaching gaps' } },
      query,
      context,
    );
  }

  @Get('escalations')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Faults that came again, of which the leaders are told; the latest first' })
  @ApiPage(QualityEscalationView)
  escalations(
    @Query() query: ListQualityEscalationsRequest,
    @Context() context: RequestContext,
  ): Promise<QualityEscalationPage> {
    return this.operations.call(ListQualityEscalations, query, context);
  }

  @Get('escalations/export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  exportEscalations(
    @Query() query: EscalationsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = {
      operation: ListQualityEscalations,
      columns: ESCALATION_COLUMNS,
      fileName: 'quality-escalations',
    };
    return this.files.of(
      { ...list, sheetName: { 'zh-CN': '重复差错', en: 'Repeated faults' } },
      query,
      context,
    );
  }

  @Post('escalations/:escalationId/settlement')
  @Permission('quality:coach')
  @HttpCode(200)
  @ApiOperation({ summary: 'The leader has seen to it' })
  @ApiOkResponse({ type: QualityEscalationView })
  @ApiProblems(403, 404)
  settle(
    @Param() { escalationId }: EscalationPath,
    @Body() body: EscalationSettlementBody,
    @Context() context: RequestContext,
  ): Promise<QualityEscalationView> {
    return this.operations.call(SettleQualityEscalation, { ...body, escalationId }, context);
  }
}
