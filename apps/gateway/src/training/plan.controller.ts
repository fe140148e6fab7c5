import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AddTrainingNeed,
  ApproveTrainingPlan,
  CollectedTrainingNeeds,
  CollectTrainingNeeds,
  CollectTrainingNeedsRequest,
  DecideTrainingNeed,
  GetTrainingPlan,
  ListTrainers,
  ListTrainersRequest,
  ListTrainingNeeds,
  ListTrainingNeedsRequest,
  type RequestContext,
  SaveTrainer,
  SaveTrainingPlan,
  type TrainerPage,
  TrainerView,
  type TrainingNeedPage,
  TrainingNeedView,
  TrainingPlanView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { TRAINING_NEED_COLUMNS } from './training-columns';
import {
  AnnualTrainingPlanBody,
  TrainerBody,
  TrainerPath,
  TrainingNeedBody,
  TrainingNeedDecisionBody,
  TrainingNeedPath,
  TrainingNeedsExportQuery,
  TrainingPlanPath,
  TrainingPlanQuery,
  TrainingPlanVersionPath,
} from './training.dto';

@ApiTags('training')
@ApiBearerAuth()
@Controller('training')
export class TrainingPlanController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get('trainers')
  @Permission('training:read')
  @ApiOperation({ summary: 'The pool of trainers' })
  @ApiPage(TrainerView)
  trainers(@Query() query: ListTrainersRequest, @Context() context: RequestContext): Promise<TrainerPage> {
    return this.operations.call(ListTrainers, query, context);
  }

  @Put('trainers/:trainerId')
  @Permission('training:write')
  @ApiOperation({ summary: 'Add or change a trainer; a new id makes a new one' })
  @ApiOkResponse({ type: TrainerView })
  @ApiProblems(404, 409)
  trainer(
    @Param() path: TrainerPath,
    @Body() body: TrainerBody,
    @Context() context: RequestContext,
  ): Promise<TrainerView> {
    return this.operations.call(SaveTrainer, { ...body, ...path }, context);
  }

  @Get('plans/:year')
  @Permission('training:read')
  @ApiOperation({ summary: 'The annual plan and what was done of it, quarter by quarter' })
  @ApiOkResponse({ type: TrainingPlanView })
  @ApiProblems(404)
  plan(
    @Param() path: TrainingPlanPath,
    @Query() query: TrainingPlanQuery,
    @Context() context: RequestContext,
  ): Promise<TrainingPlanView> {
    return this.operations.call(GetTrainingPlan, { ...query, ...path }, context);
  }

  @Put('plans/:year')
  @Permission('training:write')
  @ApiOperation({ summary: 'A new version of the plan; what was approved holds until it is approved' })
  @ApiOkResponse({ type: TrainingPlanView })
  @ApiProblems(404, 409)
  savePlan(
    @Param() path: TrainingPlanPath,
    @Body() body: AnnualTrainingPlanBody,
    @Context() context: RequestContext,
  ): Promise<TrainingPlanView> {
    return this.operations.call(SaveTrainingPlan, { ...body, ...path }, context);
  }

  @Post('plans/:year/versions/:version/approval')
  @Permission('performance:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve a version of the plan; the head does' })
  @ApiOkResponse({ type: TrainingPlanView })
  @ApiProblems(404, 409)
  approve(
    @Param() path: TrainingPlanVersionPath,
    @Context() context: RequestContext,
  ): Promise<TrainingPlanView> {
    return this.operations.call(ApproveTrainingPlan, path, context);
  }

  @Get('needs')
  @Permission('training:read')
  @ApiOperation({ summary: 'Needs of training, for the quarterly review' })
  @ApiPage(TrainingNeedView)
  needs(
    @Query() query: ListTrainingNeedsRequest,
    @Context() context: RequestContext,
  ): Promise<TrainingNeedPage> {
    return this.operations.call(ListTrainingNeeds, query, context);
  }

  @Get('needs/export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The needs as a file' })
  @ApiListFile()
  exportNeeds(
    @Query() query: TrainingNeedsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListTrainingNeeds, columns: TRAINING_NEED_COLUMNS };
    const names = { fileName: 'training-needs', sheetName: { 'zh-CN': '培训需求', en: 'Needs' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post('needs')
  @Permission('training:write')
  @ApiOperation({ summary: 'Add a need' })
  @ApiCreatedResponse({ type: TrainingNeedView })
  @ApiProblems(404)
  addNeed(@Body() body: TrainingNeedBody, @Context() context: RequestContext): Promise<TrainingNeedView> {
    return this.operations.call(AddTrainingNeed, body, context);
  }

  @Post('needs/collection')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make needs of what quality found in a quarter',
    description:
      'A topic with enough findings (policy `training`) is one need; said again, nothing is doubled.',
  })
  @ApiOkResponse({ type: CollectedTrainingNeeds })
  collect(
    @Body() body: CollectTrainingNeedsRequest,
    @Context() context: RequestContext,
  ): Promise<CollectedTrainingNeeds> {
    return this.operations.call(CollectTrainingNeeds, body, context, { timeoutMs: 60_000 });
  }

  @Post('needs/:needId/decision')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({ summary: "The review's word on a need" })
  @ApiOkResponse({ type: TrainingNeedView })
  @ApiProblems(404, 409)
  decide(
    @Param() path: TrainingNeedPath,
    @Body() body: TrainingNeedDecisionBody,
    @Context() context: RequestContext,
  ): Promise<TrainingNeedView> {
    return this.operations.call(DecideTrainingNeed, { ...body, ...path }, context);
  }
}
