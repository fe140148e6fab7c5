import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ListMaintenance,
  ListMaintenanceRequest,
  type MaintenancePage,
  MaintenanceView,
  RegisterMaintenance,
  RegisterMaintenanceRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { MAINTENANCE_COLUMNS } from './outage-columns';
import { MaintenanceExportQuery } from './outage-notice.dto';

@ApiTags('outages')
@ApiBearerAuth()
@Controller('maintenance-documents')
export class MaintenanceController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('outage:read')
  @ApiOperation({
    summary: 'Approved maintenance, the latest approval first; `late=true`: received too late (L26)',
  })
  @ApiPage(MaintenanceView)
  list(@Query() query: ListMaintenanceRequest, @Context() context: RequestContext): Promise<MaintenancePage> {
    return this.operations.call(ListMaintenance, query, context);
  }

  @Get('export')
  @Permission('outage:read')
  @ApiOperation({ summary: 'The same as a file' })
  @ApiListFile()
  export(
    @Query() query: MaintenanceExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListMaintenance, columns: MAINTENANCE_COLUMNS };
    const names = { fileName: 'maintenance', sheetName: { 'zh-CN': '检修文件', en: 'Maintenance' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('outage:write')
  @ApiOperation({
    summary: 'Register an approved maintenance document; a working day after its approval it is late (L26)',
    description: 'Once per reference: the same reference answers with the document that is there.',
  })
  @ApiCreatedResponse({ type: MaintenanceView })
  @ApiProblems(409, 422)
  register(
    @Body() body: RegisterMaintenanceRequest,
    @Context() context: RequestContext,
  ): Promise<MaintenanceView> {
    return this.operations.call(RegisterMaintenance, body, context);
  }
}
