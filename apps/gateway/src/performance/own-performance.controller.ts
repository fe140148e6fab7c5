import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  AcknowledgeAppraisal,
  AcknowledgeMonthlyScore,
  AppealMonthlyScore,
  AppraisalComment,
  type AppraisalPage,
  AppraisalReference,
  AppraisalView,
  GetOwnIndicators,
  GetOwnIndicatorsRequest,
  GetOwnMonthlyScore,
  ListOwnAppraisals,
  ListOwnAppraisalsRequest,
  ListOwnMonthlyScores,
  ListOwnMonthlyScoresRequest,
  MonthlyScoreAppeal,
  type MonthlyScorePage,
  MonthlyScoreReference,
  MonthlyScoreStatement,
  MonthlyScoreView,
  type RequestContext,
  StaffIndicatorsView,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { XLSX } from '../http/media-types';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { statementFile, StatementFileQuery } from './statement-file';

export class OwnMonthlyScorePath extends MonthlyScoreReference {}

export class MonthlyScoreAppealBody extends MonthlyScoreAppeal {}

export class OwnAppraisalPath extends AppraisalReference {}

export class AppraisalCommentBody extends AppraisalComment {}

/** One's own performance; whose it is comes from the sign-in. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('me')
export class OwnPerformanceController {
  constructor(private readonly operations: OperationClient) {}

  @Get('indicators')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own indicators of a month" })
  @ApiOkResponse({ type: StaffIndicatorsView })
  @ApiProblems(422)
  indicators(
    @Query() query: GetOwnIndicatorsRequest,
    @Context() context: RequestContext,
  ): Promise<StaffIndicatorsView> {
    return this.operations.call(GetOwnIndicators, query, context);
  }

  @Get('monthly-scores')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own scores, as they are told" })
  @ApiPage(MonthlyScoreView)
  @ApiProblems(422)
  scores(
    @Query() query: ListOwnMonthlyScoresRequest,
    @Context() context: RequestContext,
  ): Promise<MonthlyScorePage> {
    return this.operations.call(ListOwnMonthlyScores, query, context);
  }

  @Get('monthly-scores/:scoreId')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own statement, with every step" })
  @ApiOkResponse({ type: MonthlyScoreStatement })
  @ApiProblems(404, 422)
  score(
    @Param() path: OwnMonthlyScorePath,
    @Context() context: RequestContext,
  ): Promise<MonthlyScoreStatement> {
    return this.operations.call(GetOwnMonthlyScore, path, context);
  }

  @Get('monthly-scores/:scoreId/file')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own statement as PDF or XLSX" })
  @ApiProduces('application/pdf', XLSX)
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404, 422)
  async file(
    @Param() path: OwnMonthlyScorePath,
    @Query() query: StatementFileQuery,
    @Context() context: RequestContext,
  ): Promise<StreamableFile> {
    return statementFile(await this.operations.call(GetOwnMonthlyScore, path, context), query);
  }

  @Post('monthly-scores/:scoreId/acknowledgement')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: "Acknowledge one's own statement" })
  @ApiOkResponse({ type: MonthlyScoreStatement })
  @ApiProblems(404, 409, 422)
  acknowledge(
    @Param() path: OwnMonthlyScorePath,
    @Context() context: RequestContext,
  ): Promise<MonthlyScoreStatement> {
    return this.operations.call(AcknowledgeMonthlyScore, path, context);
  }

  @Post('monthly-scores/:scoreId/appeal')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: "Appeal against one's own score, once for a month and within the policy's days" })
  @ApiOkResponse({ type: MonthlyScoreStatement })
  @ApiProblems(404, 409, 422)
  appeal(
    @Param() { scoreId }: OwnMonthlyScorePath,
    @Body() body: MonthlyScoreAppealBody,
    @Context() context: RequestContext,
  ): Promise<MonthlyScoreStatement> {
    return this.operations.call(AppealMonthlyScore, { ...body, scoreId }, context);
  }

  @Get('appraisals')
  @Permission('self:read')
  @ApiOperation({ summary: "One's own appraisals, as they are told" })
  @ApiPage(AppraisalView)
  @ApiProblems(422)
  appraisals(
    @Query() query: ListOwnAppraisalsRequest,
    @Context() context: RequestContext,
  ): Promise<AppraisalPage> {
    return this.operations.call(ListOwnAppraisals, query, context);
  }

  @Post('appraisals/:appraisalId/acknowledgement')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: "Acknowledge one's own appraisal, with a comment" })
  @ApiOkResponse({ type: AppraisalView })
  @ApiProblems(404, 409, 422)
  acknowledgeAppraisal(
    @Param() { appraisalId }: OwnAppraisalPath,
    @Body() body: AppraisalCommentBody,
    @Context() context: RequestContext,
  ): Promise<AppraisalView> {
    return this.operations.call(AcknowledgeAppraisal, { ...body, appraisalId }, context);
  }
}
