import {
  Body,
  Controller,
  Delete,
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
  CancelTrainingSession,
  ChangeTrainingSession,
  Enrol,
  type EnrolmentPage,
  EnrolmentView,
  GetTrainingFeedback,
  GetTrainingSession,
  ListEnrolments,
  ListTrainingSessions,
  ListTrainingSessionsRequest,
  PlanTrainingSession,
  type RequestContext,
  TakeTrainingAttendance,
  TrainingAttendanceTaken,
  TrainingFeedbackView,
  type TrainingSessionPage,
  TrainingSessionView,
  WithdrawEnrolment,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ListFiles } from '../http/list-files';
import { ApiListFile } from '../openapi/api-list-file.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ENROLMENT_COLUMNS, TRAINING_SESSION_COLUMNS } from './training-columns';
import {
  AttendanceListBody,
  EnrolmentBody,
  EnrolmentPath,
  EnrolmentsExportQuery,
  EnrolmentsQuery,
  NewTrainingSessionBody,
  TrainingSessionBody,
  TrainingSessionPath,
  TrainingSessionsExportQuery,
} from './training.dto';

@ApiTags('training')
@ApiBearerAuth()
@Controller('training/sessions')
export class TrainingSessionController {
  constructor(
    private readonly operations: OperationClient,
    private readonly files: ListFiles,
  ) {}

  @Get()
  @Permission('training:read')
  @ApiOperation({ summary: 'Sessions by their begin' })
  @ApiPage(TrainingSessionView)
  list(
    @Query() query: ListTrainingSessionsRequest,
    @Context() context: RequestContext,
  ): Promise<TrainingSessionPage> {
    return this.operations.call(ListTrainingSessions, query, context);
  }

  @Get('export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The sessions as a file' })
  @ApiListFile()
  export(
    @Query() query: TrainingSessionsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListTrainingSessions, columns: TRAINING_SESSION_COLUMNS };
    const names = { fileName: 'training-sessions', sheetName: { 'zh-CN': '培训场次', en: 'Sessions' } };
    return this.files.of({ ...list, ...names }, query, context);
  }

  @Post()
  @Permission('training:write')
  @ApiOperation({ summary: 'Plan a session of a course' })
  @ApiCreatedResponse({ type: TrainingSessionView })
  @ApiProblems(404, 422)
  plan(
    @Body() body: NewTrainingSessionBody,
    @Context() context: RequestContext,
  ): Promise<TrainingSessionView> {
    return this.operations.call(PlanTrainingSession, body, context);
  }

  @Get(':sessionId')
  @Permission('training:read')
  @ApiOperation({ summary: 'One session' })
  @ApiOkResponse({ type: TrainingSessionView })
  @ApiProblems(404)
  get(@Param() path: TrainingSessionPath, @Context() context: RequestContext): Promise<TrainingSessionView> {
    return this.operations.call(GetTrainingSession, path, context);
  }

  @Put(':sessionId')
  @Permission('training:write')
  @ApiOperation({ summary: 'Change a session; new seats go to who waits longest' })
  @ApiOkResponse({ type: TrainingSessionView })
  @ApiProblems(404, 409, 422)
  change(
    @Param() path: TrainingSessionPath,
    @Body() body: TrainingSessionBody,
    @Context() context: RequestContext,
  ): Promise<TrainingSessionView> {
    return this.operations.call(ChangeTrainingSession, { ...body, ...path }, context);
  }

  @Post(':sessionId/cancellation')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a session that is still to be held' })
  @ApiOkResponse({ type: TrainingSessionView })
  @ApiProblems(404, 409)
  cancel(
    @Param() path: TrainingSessionPath,
    @Context() context: RequestContext,
  ): Promise<TrainingSessionView> {
    return this.operations.call(CancelTrainingSession, path, context);
  }

  @Get(':sessionId/enrolments')
  @Permission('training:read')
  @ApiOperation({ summary: 'Who has a seat, who waits, who was there' })
  @ApiPage(EnrolmentView)
  @ApiProblems(404)
  enrolments(
    @Param() path: TrainingSessionPath,
    @Query() query: EnrolmentsQuery,
    @Context() context: RequestContext,
  ): Promise<EnrolmentPage> {
    return this.operations.call(ListEnrolments, { ...query, ...path }, context);
  }

  @Get(':sessionId/enrolments/export')
  @Permission('training:read')
  @ApiOperation({ summary: 'The list of participants as a file' })
  @ApiListFile()
  @ApiProblems(404)
  exportEnrolments(
    @Param() path: TrainingSessionPath,
    @Query() query: EnrolmentsExportQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    const list = { operation: ListEnrolments, columns: ENROLMENT_COLUMNS };
    const names = { fileName: 'participants', sheetName: { 'zh-CN': '参训人员', en: 'Participants' } };
    return this.files.of({ ...list, ...names }, { ...query, ...path }, context);
  }

  @Post(':sessionId/enrolments')
  @Permission('training:write')
  @ApiOperation({
    summary: 'Give somebody a seat, or a place in the line',
    description: 'A shift or another training at that time is told as a warning, and is no obstacle.',
  })
  @ApiCreatedResponse({ type: EnrolmentView })
  @ApiProblems(404, 409)
  enrol(
    @Param() path: TrainingSessionPath,
    @Body() body: EnrolmentBody,
    @Context() context: RequestContext,
  ): Promise<EnrolmentView> {
    return this.operations.call(Enrol, { ...body, ...path }, context);
  }

  @Delete(':sessionId/enrolments/:staffNumber')
  @Permission('training:write')
  @ApiOperation({ summary: 'Take somebody out; who waits longest moves up' })
  @ApiOkResponse({ type: EnrolmentView })
  @ApiProblems(404, 409)
  withdraw(@Param() path: EnrolmentPath, @Context() context: RequestContext): Promise<EnrolmentView> {
    return this.operations.call(WithdrawEnrolment, path, context);
  }

  @Post(':sessionId/attendance')
  @Permission('training:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say who was there: credits hours, completes courses, issues certificates',
    description: 'Said again, the later word counts; hours are never credited twice.',
  })
  @ApiOkResponse({ type: TrainingAttendanceTaken })
  @ApiProblems(404, 409, 422)
  attendance(
    @Param() path: TrainingSessionPath,
    @Body() body: AttendanceListBody,
    @Context() context: RequestContext,
  ): Promise<TrainingAttendanceTaken> {
    return this.operations.call(TakeTrainingAttendance, { ...body, ...path }, context, { timeoutMs: 30_000 });
  }

  @Get(':sessionId/feedback')
  @Permission('training:read')
  @ApiOperation({ summary: 'What who attended said, without names; shown from so many answers on' })
  @ApiOkResponse({ type: TrainingFeedbackView })
  @ApiProblems(404)
  feedback(
    @Param() path: TrainingSessionPath,
    @Context() context: RequestContext,
  ): Promise<TrainingFeedbackView> {
    return this.operations.call(GetTrainingFeedback, path, context);
  }
}
