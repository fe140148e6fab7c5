import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ComplaintView,
  GetComplaintProgramme,
  ListMeasures,
  ListMeasuresRequest,
  type MeasurePage,
  MeasureView,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient, tableColumn } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ExportOf } from '../http/export-of';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { WorkOrderPath } from './work-order-path';

export class MeasuresExportQuery extends ExportOf(ListMeasuresRequest) {}

const COLUMNS = [
  tableColumn<MeasureView>('own', '工单号', 'work order', ({ number }) => number),
  tableColumn<MeasureView>('text', '改进措施', 'measure', ({ text }) => text),
  tableColumn<MeasureView>('own', '责任部门', 'department', ({ department }) => department),
  tableColumn<MeasureView>('own', '期限', 'due on', ({ dueOn }) => dueOn),
  tableColumn<MeasureView>('own', '状态', 'status', ({ status }) => status),
];

@ApiTags('complaints')
@ApiBearerAuth()
@Controller()
export class ComplaintController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('work-orders/:number/complaint-programme')
  @Permission('work-order:read')
  @ApiOperation({
    summary: 'What is agreed for a complaint of this content: handler, authority, period, schemes, script',
  })
  @ApiOkResponse({ type: ComplaintView })
  @ApiProblems(404, 422)
  programme(@Param() path: WorkOrderPath, @Context() context: RequestContext): Promise<ComplaintView> {
    return this.operations.call(GetComplaintProgramme, path, context);
  }

  @Get('complaint-measures')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'Improvements that complaints led to, the nearest due first' })
  @ApiPage(MeasureView)
  measures(@Query() query: ListMeasuresRequest, @Context() context: RequestContext): Promise<MeasurePage> {
    return this.operations.call(ListMeasures, query, context);
  }

  @Get('complaint-measures/export')
  @Permission('work-order:read')
  @ApiOperation({ summary: 'The improvements as a file' })
  @ApiListFile()
  export(@Query() query: MeasuresExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListMeasures, columns: COLUMNS };
    const names = { fileName: 'complaint-measures', sheetName: { 'zh-CN': '改进措施', en: 'Measures' } };
    return this.files.of({ ...list, ...names }, query, context);
  }
}
