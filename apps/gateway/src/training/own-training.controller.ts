import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Enrol,
  EnrolmentView,
  FeedbackThanks,
  GetTrainingFile,
  GiveTrainingFeedback,
  ListTrainingSessions,
  ListTrainingSessionsRequest,
  type RequestContext,
  TrainingFileView,
  type TrainingSessionPage,
  TrainingSessionView,
  WithdrawEnrolment,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { UnnamedInAudit } from '../audit/unnamed-in-audit.decorator';
import { NoIdempotency } from '../idempotency/no-idempotency.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { AnonymousFeedbackBody, TrainingSessionPath } from './training.dto';

/** One's own training; whose it is comes from the sign-in account alone. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me/training')
export class OwnTrainingController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('self:read')
  @ApiOperation({ summary: "One's own training file: sessions, hours, marks, certificates" })
  @ApiOkResponse({ type: TrainingFileView })
  @ApiProblems(404)
  file(@Context() context: RequestContext): Promise<TrainingFileView> {
    return this.operations.call(GetTrainingFile, {}, context);
  }

  @Get('sessions')
  @Permission('self:read')
  @ApiOperation({ summary: 'Sessions that one can enrol in' })
  @ApiPage(TrainingSessionView)
  sessions(
    @Query() query: ListTrainingSessionsRequest,
    @Context() context: RequestContext,
  ): Promise<TrainingSessionPage> {
    return this.operations.call(ListTrainingSessions, { ...query, state: 'planned' }, context);
  }

  @Post('sessions/:sessionId/enrolment')
  @Permission('self:write')
  @ApiOperation({ summary: 'Take a seat, or a place in the line; collisions are told as warnings' })
  @ApiCreatedResponse({ type: EnrolmentView })
  @ApiProblems(404, 409)
  enrol(@Param() path: TrainingSessionPath, @Context() context: RequestContext): Promise<EnrolmentView> {
    return this.operations.call(Enrol, path, context);
  }

  @Delete('sessions/:sessionId/enrolment')
  @Permission('self:write')
  @ApiOperation({ summary: "Give one's seat back" })
  @ApiOkResponse({ type: EnrolmentView })
  @ApiProblems(404, 409)
  withdraw(@Param() path: TrainingSessionPath, @Context() context: RequestContext): Promise<EnrolmentView> {
    return this.operations.call(WithdrawEnrolment, path, context);
  }

  @Post('sessions/:sessionId/feedback')
  @Permission('self:write')
  @HttpCode(200)
  @NoIdempotency()
  @UnnamedInAudit()
  @ApiOperation({
    summary: 'Say how a session was, once and without a name',
    description:
      'Nothing that is stored leads from an answer to who gave it; it is shown from several answers on.',
  })
  @ApiOkResponse({ type: FeedbackThanks })
  @ApiProblems(404, 409, 422)
  feedback(
    @Param() path: TrainingSessionPath,
    @Body() body: AnonymousFeedbackBody,
    @Context() context: RequestContext,
  ): Promise<FeedbackThanks> {
    return this.operations.call(GiveTrainingFeedback, { ...body, ...path }, context);
  }
}
