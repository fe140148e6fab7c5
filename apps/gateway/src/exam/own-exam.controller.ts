import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ExamAppealView,
  ExamAttemptSummary,
  ExamAttemptView,
  GetExamAttempt,
  GetOwnExams,
  OwnExams,
  RaiseExamAppeal,
  type RequestContext,
  SavedAnswers,
  SaveExamAnswers,
  StartedExamAttempt,
  StartExam,
  SubmitExam,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ExamAnswersBody, ExamAttemptPath, ExamSittingPath, NewExamAppealBody } from './exam.dto';

/** One's own exams; whose they are comes from the sign-in account alone. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me/exams')
export class OwnExamController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('self:read')
  @ApiOperation({ summary: 'Exams that are open or come soon, and those that one has sat' })
  @ApiOkResponse({ type: OwnExams })
  @ApiProblems(404)
  list(@Context() context: RequestContext): Promise<OwnExams> {
    return this.operations.call(GetOwnExams, {}, context);
  }

  @Post('sittings/:sittingId/start')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Start an exam: counts a start and shows the paper',
    description: 'From however many tabs, one start; an attempt that runs is answered with and costs none.',
  })
  @ApiOkResponse({ type: StartedExamAttempt })
  @ApiProblems(404, 422)
  start(@Param() path: ExamSittingPath, @Context() context: RequestContext): Promise<StartedExamAttempt> {
    return this.operations.call(StartExam, path, context);
  }

  @Get('attempts/:examAttemptId')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own paper; with keys and points after the release" })
  @ApiOkResponse({ type: ExamAttemptView })
  @ApiProblems(403, 404)
  get(@Param() path: ExamAttemptPath, @Context() context: RequestContext): Promise<ExamAttemptView> {
    return this.operations.call(GetExamAttempt, path, context);
  }

  @Put('attempts/:examAttemptId/answers')
  @Permission('self:write')
  @ApiOperation({
    summary: 'Save answers while the time runs',
    description:
      'Each with an order number that grows: what is older than what is kept is not taken, and said so.',
  })
  @ApiOkResponse({ type: SavedAnswers })
  @ApiProblems(404, 422)
  save(
    @Param() path: ExamAttemptPath,
    @Body() body: ExamAnswersBody,
    @Context() context: RequestContext,
  ): Promise<SavedAnswers> {
    return this.operations.call(SaveExamAnswers, { ...body, ...path }, context);
  }

  @Post('attempts/:examAttemptId/submission')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hand the paper in; said again, it answers the same' })
  @ApiOkResponse({ type: ExamAttemptSummary })
  @ApiProblems(404)
  submit(@Param() path: ExamAttemptPath, @Context() context: RequestContext): Promise<ExamAttemptSummary> {
    return this.operations.call(SubmitExam, path, context);
  }

  @Post('attempts/:examAttemptId/appeal')
  @Permission('self:write')
  @ApiOperation({ summary: "Appeal one's mark, once, within the days of the policy `exam`" })
  @ApiCreatedResponse({ type: ExamAppealView })
  @ApiProblems(404, 409, 422)
  appeal(
    @Param() path: ExamAttemptPath,
    @Body() body: NewExamAppealBody,
    @Context() context: RequestContext,
  ): Promise<ExamAppealView> {
    return this.operations.call(RaiseExamAppeal, { ...body, ...path }, context);
  }
}
