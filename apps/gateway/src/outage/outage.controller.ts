import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import {
  CancelOutage,
  CancelOutageRequest,
  GetOutage,
  GetOutageHistory,
  ListOutages,
  ListOutagesRequest,
  OutageHistory,
  type OutagePage,
  OutageReference,
  OutageView,
  RegisterOutage,
  RegisterOutageRequest,
  type RequestContext,
  RestoreOutage,
  RestoreOutageRequest,
  UpdateOutage,
  UpdateOutageRequest,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { OUTAGE_COLUMNS } from './outage-columns';
import { OutagesExportQuery } from './outage-notice.dto';

export class OutagePath extends OutageReference {}

export class OutageChangeBody extends OmitType(UpdateOutageRequest, ['outageId'] as const) {}

export class CancelOutageBody extends OmitType(CancelOutageRequest, ['outageId'] as const) {}

export class RestoreOutageBody extends OmitType(RestoreOutageRequest, ['outageId'] as const) {}

@ApiTags('outages')
@ApiBearerAuth()
@Controller('outages')
export class OutageController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('outage:read')
  @ApiOperation({ summary: 'Outages, the latest start first' })
  @ApiPage(OutageView)
  list(@Query() query: ListOutagesRequest, @Context() context: RequestContext): Promise<OutagePage> {
    return this.operations.call(ListOutages, query, context);
  }

  @Get('export')
  @Permission('outage:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: OutagesExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListOutages, columns: OUTAGE_COLUMNS };
    const names = { fileName: 'outages', sheetName: { 'zh-CN': '停电信息', en: 'Outages' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Get(':outageId/history')
  @Permission('outage:read')
  @ApiOperation({ summary: 'Every change of an outage, its estimates among them' })
  @ApiOkResponse({ type: OutageHistory })
  @ApiProblems(404)
  history(@Param() path: OutagePath, @Context() context: RequestContext): Promise<OutageHistory> {
    return this.operations.call(GetOutageHistory, path, context);
  }

  @Post()
  @Permission('outage:write')
  @ApiOperation({
    summary: 'Register an outage; callers of its area are told of it from now on',
    description: 'Once per reference: the same reference answers with the outage that is there.',
  })
  @ApiCreatedResponse({ type: OutageView })
  @ApiProblems(409, 422)
  register(@Body() body: RegisterOutageRequest, @Context() context: RequestContext): Promise<OutageView> {
    return this.operations.call(RegisterOutage, body, context);
  }

  @Get(':outageId')
  @Permission('outage:read')
  @ApiOperation({ summary: 'One outage' })
  @ApiOkResponse({ type: OutageView })
  @ApiProblems(404)
  one(@Param() path: OutagePath, @Context() context: RequestContext): Promise<OutageView> {
    return this.operations.call(GetOutage, path, context);
  }

  @Patch(':outageId')
  @Permission('outage:write')
  @ApiOperation({ summary: 'Change what is known of an outage; what is left out stays' })
  @ApiOkResponse({ type: OutageView })
  @ApiProblems(404, 409, 422)
  change(
    @Param() { outageId }: OutagePath,
    @Body() body: OutageChangeBody,
    @Context() context: RequestContext,
  ): Promise<OutageView> {
    return this.operations.call(UpdateOutage, { outageId, ...body }, context);
  }

  @Post(':outageId/restore')
  @Permission('outage:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Supply is back' })
  @ApiOkResponse({ type: OutageView })
  @ApiProblems(404, 409, 422)
  restore(
    @Param() { outageId }: OutagePath,
    @Body() body: RestoreOutageBody,
    @Context() context: RequestContext,
  ): Promise<OutageView> {
    return this.operations.call(RestoreOutage, { outageId, ...body }, context);
  }

  @Post(':outageId/cancel')
  @Permission('outage:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'The outage does not take place, or was registered by mistake' })
  @ApiOkResponse({ type: OutageView })
  @ApiProblems(404, 409)
  cancel(
    @Param() { outageId }: OutagePath,
    @Body() body: CancelOutageBody,
    @Context() context: RequestContext,
  ): Promise<OutageView> {
    return this.operations.call(CancelOutage, { ...body, outageId }, context);
  }
}
