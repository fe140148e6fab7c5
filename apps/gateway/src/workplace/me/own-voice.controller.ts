import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AnswerSurvey,
  ComplaintText,
  ListComplaintsRequest,
  ListOwnComplaints,
  ListOwnStaffProposals,
  ListOwnSurveys,
  OwnStaffProposalsRequest,
  OwnSurvey,
  type OwnSurveyPage,
  PageRequest,
  type RequestContext,
  type StaffComplaintPage,
  StaffComplaintSummary,
  StaffComplaintView,
  type StaffProposalPage,
  StaffProposalReference,
  StaffProposalText,
  StaffProposalView,
  SubmitComplaint,
  SubmitStaffProposal,
  SurveyAnswered,
  SurveyAnswers,
  SurveyReference,
  WithdrawStaffProposal,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../../access/permission.decorator';
import { UnnamedInAudit } from '../../audit/unnamed-in-audit.decorator';
import { NoIdempotency } from '../../idempotency/no-idempotency.decorator';
import { ApiPage } from '../../openapi/api-page.decorator';
import { ApiProblems } from '../../openapi/api-problems.decorator';
import { Context } from '../../request-context/context.decorator';

@ApiTags('my workplace')
@ApiBearerAuth()
@Controller('me')
export class OwnVoiceController {
  constructor(private readonly operations: OperationClient) {}

  @Get('proposals')
  @Permission('self:read')
  @ApiOperation({ summary: 'One’s own proposals' })
  @ApiPage(StaffProposalView)
  proposals(
    @Query() query: OwnStaffProposalsRequest,
    @Context() context: RequestContext,
  ): Promise<StaffProposalPage> {
    return this.operations.call(ListOwnStaffProposals, query, context);
  }

  @Post('proposals')
  @Permission('self:write')
  @ApiOperation({ summary: 'Propose something' })
  @ApiCreatedResponse({ type: StaffProposalView })
  @ApiProblems(422)
  propose(@Body() body: StaffProposalText, @Context() context: RequestContext): Promise<StaffProposalView> {
    return this.operations.call(SubmitStaffProposal, body, context);
  }

  @Post('proposals/:proposalId/withdrawal')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a proposal back while nobody has judged it' })
  @ApiOkResponse({ type: StaffProposalView })
  @ApiProblems(404, 409)
  withdraw(
    @Param() path: StaffProposalReference,
    @Context() context: RequestContext,
  ): Promise<StaffProposalView> {
    return this.operations.call(WithdrawStaffProposal, path, context);
  }

  @Get('complaints')
  @Permission('self:read')
  @ApiOperation({ summary: 'One’s own complaints; anonymous ones are nobody’s' })
  @ApiPage(StaffComplaintSummary)
  complaints(
    @Query() query: ListComplaintsRequest,
    @Context() context: RequestContext,
  ): Promise<StaffComplaintPage> {
    return this.operations.call(ListOwnComplaints, query, context);
  }

  @Post('complaints')
  @Permission('self:write')
  @ApiOperation({ summary: 'Complain to an office under one’s name' })
  @ApiCreatedResponse({ type: StaffComplaintView })
  @ApiProblems(422)
  complain(@Body() body: ComplaintText, @Context() context: RequestContext): Promise<StaffComplaintView> {
    return this.operations.call(SubmitComplaint, body, context);
  }

  @Get('surveys')
  @Permission('self:read')
  @ApiOperation({ summary: 'Surveys that one may answer now' })
  @ApiPage(OwnSurvey)
  surveys(@Query() query: PageRequest, @Context() context: RequestContext): Promise<OwnSurveyPage> {
    return this.operations.call(ListOwnSurveys, query, context);
  }

  @Post('surveys/:surveyId/answer')
  @Permission('self:write')
  @HttpCode(200)
  @UnnamedInAudit()
  @NoIdempotency()
  @ApiOperation({
    summary: 'Answer a survey, once',
    description:
      'Nothing that is stored tells whose answer it is; the audit tells that one was given, and not by whom.',
  })
  @ApiOkResponse({ type: SurveyAnswered })
  @ApiProblems(404, 409, 422)
  answer(
    @Param() path: SurveyReference,
    @Body() body: SurveyAnswers,
    @Context() context: RequestContext,
  ): Promise<SurveyAnswered> {
    return this.operations.call(AnswerSurvey, { ...body, ...path }, context);
  }
}
