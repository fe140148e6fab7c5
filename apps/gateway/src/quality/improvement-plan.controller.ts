import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CloseImprovementPlan,
  FinishImprovementAction,
  GetImprovementPlan,
  type ImprovementPlanPage,
  ImprovementPlanReference,
  ImprovementPlanSummary,
  ImprovementPlanView,
  ListImprovementPlans,
  ListImprovementPlansRequest,
  NoteImprovementPlan,
  OpenImprovementPlan,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { PLAN_COLUMNS } from './quality-columns';
import {
  ImprovementActionBody,
  ImprovementNoteBody,
  ImprovementPlanClosingBody,
  ImprovementPlansExportQuery,
  NewImprovementPlanBody,
} from './quality-queries';

@ApiTags('quality')
@ApiBearerAuth()
@Controller('quality/improvement-plans')
export class ImprovementPlanController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Post()
  @Permission('quality:coach')
  @ApiOperation({ summary: 'Open an improvement plan with a deadline (§14)' })
  @ApiCreatedResponse({ type: ImprovementPlanView })
  @ApiProblems(403, 404, 422)
  open(
    @Body() body: NewImprovementPlanBody,
    @Context() context: RequestContext,
  ): Promise<ImprovementPlanView> {
    return this.operations.call(OpenImprovementPlan, body, context);
  }

  @Get()
  @Permission('quality:read')
  @ApiOperation({ summary: 'Improvement plans, the latest first' })
  @ApiPage(ImprovementPlanSummary)
  list(
    @Query() query: ListImprovementPlansRequest,
    @Context() context: RequestContext,
  ): Promise<ImprovementPlanPage> {
    return this.operations.call(ListImprovementPlans, query, context);
  }

  @Get('export')
  @Permission('quality:read')
  @ApiOperation({ summary: 'Improvement plans as a file' })
  @ApiListFile()
  export(
    @Query() query: ImprovementPlansExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListImprovementPlans, columns: PLAN_COLUMNS, fileName: 'improvement-plans' };
    return this.files.of(
      { ...list, sheetName: { 'zh-CN': '改进计划', en: 'Improvement plans' } },
      query,
      context,
    );
  }

  @Get(':planId')
  @Permission('quality:read')
  @ApiOperation({ summary: 'A plan with its actions and what was followed through' })
  @ApiOkResponse({ type: ImprovementPlanView })
  @ApiProblems(403, 404)
  get(
    @Param() path: ImprovementPlanReference,
    @Context() context: RequestContext,
  ): Promise<ImprovementPlanView> {
    return this.operations.call(GetImprovementPlan, path, context);
  }

  @Post(':planId/actions-done')
  @Permission('quality:coach')
  @HttpCode(200)
  @ApiOperation({ summary: 'An action is done; said again, the first stays' })
  @ApiOkResponse({ type: ImprovementPlanView })
  @ApiProblems(403, 404, 422)
  finish(
    @Param() { planId }: ImprovementPlanReference,
    @Body() body: ImprovementActionBody,
    @Context() context: RequestContext,
  ): Promise<ImprovementPlanView> {
    return this.operations.call(FinishImprovementAction, { ...body, planId }, context);
  }

  @Post(':planId/notes')
  @Permission('quality:coach')
  @HttpCode(200)
  @ApiOperation({ summary: 'Follow a plan through' })
  @ApiOkResponse({ type: ImprovementPlanView })
  @ApiProblems(403, 404, 422)
  note(
    @Param() { planId }: ImprovementPlanReference,
    @Body() body: ImprovementNoteBody,
    @Context() context: RequestContext,
  ): Promise<ImprovementPlanView> {
    return this.operations.call(NoteImprovementPlan, { ...body, planId }, context);
  }

  @Post(':planId/closing')
  @Permission('quality:coach')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a plan; it is fulfilled only when every action is done' })
  @ApiOkResponse({ type: ImprovementPlanView })
  @ApiProblems(403, 404, 422)
  close(
    @Param() { planId }: ImprovementPlanReference,
    @Body() body: ImprovementPlanClosingBody,
    @Context() context: RequestContext,
  ): Promise<ImprovementPlanView> {
    return this.operations.call(CloseImprovementPlan, { ...body, planId }, context);
  }
}
