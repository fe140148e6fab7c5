import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AcknowledgeEscalation,
  ClocksOf,
  type EscalationPage,
  EscalationView,
  GetOverdueFigures,
  ListClocksOf,
  ListEscalations,
  ListEscalationsRequest,
  ListServiceClocks,
  ListServiceClocksRequest,
  OverdueFiguresRequest,
  OverdueReport,
  type RequestContext,
  ReTargetClock,
  ServiceClockDetails,
  type ServiceClockPage,
  ServiceClockView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ESCALATION_COLUMNS, SERVICE_CLOCK_COLUMNS } from './service-clock-columns';
import {
  AcknowledgeEscalationBody,
  ClockedBatchPath,
  ClockedOutagePath,
  ClockedWorkOrderPath,
  ClockPath,
  EscalationsExportQuery,
  ReTargetClockBody,
  ServiceClocksExportQuery,
  WorkOrderStagePath,
} from './service-clock.dto';

/** Over months, a sum takes its time. */
const ADDING_UP = { timeoutMs: 30_000 };

@ApiTags('time limits')
@ApiBearerAuth()
@Controller()
export class ServiceClockController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('service-clocks')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Time limits that are not over, by due date; others by `state`' })
  @ApiPage(ServiceClockView)
  list(
    @Query() query: ListServiceClocksRequest,
    @Context() context: RequestContext,
  ): Promise<ServiceClockPage> {
    return this.operations.call(ListServiceClocks, query, context);
  }

  @Get('service-clocks/export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'The same list as a file' })
  @ApiListFile()
  export(
    @Query() query: ServiceClocksExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListServiceClocks, columns: SERVICE_CLOCK_COLUMNS };
    const names = { fileName: 'service-clocks', sheetName: { 'zh-CN': '时限', en: 'Time limits' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get('service-clocks/figures')
  @Permission('figures:read')
  @ApiOperation({
    summary: 'How time limits are kept: open, overdue, met in time and late, by owner, limit, kind or area',
  })
  @ApiOkResponse({ type: OverdueReport })
  figures(@Query() query: OverdueFiguresRequest, @Context() context: RequestContext): Promise<OverdueReport> {
    return this.operations.call(GetOverdueFigures, query, context, ADDING_UP);
  }

  @Get('service-clocks/escalations')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Levels of time limits that were told to somebody, the latest first' })
  @ApiPage(EscalationView)
  escalations(
    @Query() query: ListEscalationsRequest,
    @Context() context: RequestContext,
  ): Promise<EscalationPage> {
    return this.operations.call(ListEscalations, query, context);
  }

  @Get('service-clocks/escalations/export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'The same list as a file' })
  @ApiListFile()
  exportEscalations(
    @Query() query: EscalationsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListEscalations, columns: ESCALATION_COLUMNS };
    const names = { fileName: 'escalations', sheetName: { 'zh-CN': '督办升级', en: 'Escalations' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('service-clocks/:clockId/acknowledge')
  @Permission('work-order:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take note of an escalation; whoever comes second changes nothing' })
  @ApiOkResponse({ type: ServiceClockDetails })
  @ApiProblems(404, 422)
  acknowledge(
    @Param() { clockId }: ClockPath,
    @Body() body: AcknowledgeEscalationBody,
    @Context() context: RequestContext,
  ): Promise<ServiceClockDetails> {
    return this.operations.call(AcknowledgeEscalation, { clockId, ...body }, context);
  }

  @Get('work-orders/:number/clocks')
  @Permission('work-order:read')
  @ApiOperation({
    summary: 'The time limits of a work order with their levels, in the order in which they started',
  })
  @ApiOkResponse({ type: ClocksOf })
  ofWorkOrder(
    @Param() { number }: ClockedWorkOrderPath,
    @Context() context: RequestContext,
  ): Promise<ClocksOf> {
    return this.operations.call(ListClocksOf, { subject: 'work-order', subjectId: number }, context);
  }

  @Get('outages/:outageId/clocks')
  @Permission('outage:read')
  @ApiOperation({ summary: 'The time limits of an outage (L26–L29)' })
  @ApiOkResponse({ type: ClocksOf })
  ofOutage(@Param() { outageId }: ClockedOutagePath, @Context() context: RequestContext): Promise<ClocksOf> {
    return this.operations.call(ListClocksOf, { subject: 'outage', subjectId: outageId }, context);
  }

  @Get('batches/:batchId/clocks')
  @Permission('batch:read')
  @ApiOperation({ summary: 'The time limit of data that customers are told of: bills (L24), arrears (L25)' })
  @ApiOkResponse({ type: ClocksOf })
  ofBatch(@Param() { batchId }: ClockedBatchPath, @Context() context: RequestContext): Promise<ClocksOf> {
    return this.operations.call(ListClocksOf, { subject: 'notice-data', subjectId: batchId }, context);
  }

  @Post('work-orders/:number/clocks/:stage/re-target')
  @Permission('shift:lead')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a running time limit another length or a due date by hand, with a reason',
    description: 'Its start and its pauses stay as they are; pauses do not move a date set by hand.',
  })
  @ApiOkResponse({ type: ServiceClockDetails })
  @ApiProblems(404, 409)
  reTarget(
    @Param() { number, stage }: WorkOrderStagePath,
    @Body() body: ReTargetClockBody,
    @Context() context: RequestContext,
  ): Promise<ServiceClockDetails> {
    return this.operations.call(ReTargetClock, { number, stage, ...body }, context);
  }
}
