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
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AddPlanItem,
  ChangePlanItem,
  ListPlanItems,
  ListPlanItemsRequest,
  PlanItemChange,
  PlanItemFields,
  type PlanItemPage,
  PlanItemReference,
  PlanItemView,
  PlanReview,
  type RequestContext,
  ReviewPlanItem,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ExportOf } from '../http/export-of';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { PLAN_COLUMNS } from './plan-columns';

export class PlanExportQuery extends ExportOf(ListPlanItemsRequest) {}

@ApiTags('work plan')
@ApiBearerAuth()
@Controller('work-plan')
export class WorkPlanController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The annual plan and its quarters and months, with progress' })
  @ApiPage(PlanItemView)
  list(@Query() query: ListPlanItemsRequest, @Context() context: RequestContext): Promise<PlanItemPage> {
    return this.operations.call(ListPlanItems, query, context);
  }

  @Get('export')
  @Permission('workplace:read')
  @ApiOperation({ summary: 'The list as a file' })
  @ApiListFile()
  export(@Query() query: PlanExportQuery, @Context() context: RequestContext): Promise<StreamableFile> {
    const list = { operation: ListPlanItems, columns: PLAN_COLUMNS };
    const names = { fileName: 'work-plan', sheetName: { 'zh-CN': '工作计划', en: 'Plan' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Add an item: a year’s, or a part of one for a quarter or month' })
  @ApiCreatedResponse({ type: PlanItemView })
  @ApiProblems(404, 422)
  add(@Body() body: PlanItemFields, @Context() context: RequestContext): Promise<PlanItemView> {
    return this.operations.call(AddPlanItem, body, context);
  }

  @Patch(':itemId')
  @Permission('workplace:write')
  @ApiOperation({ summary: 'Change an item; done only when its parts are' })
  @ApiOkResponse({ type: PlanItemView })
  @ApiProblems(404, 422)
  change(
    @Param() path: PlanItemReference,
    @Body() body: PlanItemChange,
    @Context() context: RequestContext,
  ): Promise<PlanItemView> {
    return this.operations.call(ChangePlanItem, { ...body, ...path }, context);
  }

  @Post(':itemId/reviews')
  @Permission('workplace:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Review the progress of an item' })
  @ApiOkResponse({ type: PlanItemView })
  @ApiProblems(404)
  review(
    @Param() path: PlanItemReference,
    @Body() body: PlanReview,
    @Context() context: RequestContext,
  ): Promise<PlanItemView> {
    return this.operations.call(ReviewPlanItem, { ...body, ...path }, context);
  }
}
