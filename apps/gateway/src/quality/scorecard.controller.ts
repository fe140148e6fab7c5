import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  GetScorecard,
  ListScorecards,
  ListScorecardsRequest,
  PublishScorecard,
  type RequestContext,
  RetireScorecard,
  type ScorecardPage,
  ScorecardReference,
  ScorecardView,
  WriteScorecard,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { Context } from '../request-context/context.decorator';
import { ScorecardDraftBody, ScorecardQuery } from './quality-queries';

@ApiTags('quality')
@ApiBearerAuth()
@Controller('quality/scorecards')
export class ScorecardController {
  constructor(private readonly operations: OperationClient) {}

  @Get()
  @Permission('quality:read')
  @ApiOperation({ summary: 'Scorecards in all their versions, the latest of each first' })
  @ApiPage(ScorecardView)
  list(@Query() query: ListScorecardsRequest, @Context() context: RequestContext): Promise<ScorecardPage> {
    return this.operations.call(ListScorecards, query, context);
  }

  @Get(':code')
  @Permission('quality:read')
  @ApiOperation({ summary: 'The version of a scorecard that is in force, or the one that is asked for' })
  @ApiOkResponse({ type: ScorecardView })
  @ApiProblems(404)
  get(
    @Param() { code }: ScorecardReference,
    @Query() query: ScorecardQuery,
    @Context() context: RequestContext,
  ): Promise<ScorecardView> {
    return this.operations.call(GetScorecard, { ...query, code }, context);
  }

  @Put(':code/draft')
  @Permission('quality:write')
  @ApiOperation({
    summary: 'Write the draft of a scorecard',
    description: 'A new code begins a new scorecard. What is in force stays until the draft is published.',
  })
  @ApiOkResponse({ type: ScorecardView })
  @ApiProblems(422)
  write(
    @Param() { code }: ScorecardReference,
    @Body() body: ScorecardDraftBody,
    @Context() context: RequestContext,
  ): Promise<ScorecardView> {
    return this.operations.call(WriteScorecard, { ...body, code }, context);
  }

  @Post(':code/publication')
  @Permission('quality:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Put the draft in force, and retire the version before',
    description: 'Refused when the weights do not sum to 100 (C15).',
  })
  @ApiOkResponse({ type: ScorecardView })
  @ApiProblems(422)
  publish(@Param() path: ScorecardReference, @Context() context: RequestContext): Promise<ScorecardView> {
    return this.operations.call(PublishScorecard, path, context);
  }

  @Post(':code/retirement')
  @Permission('quality:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the version in force out of use' })
  @ApiOkResponse({ type: ScorecardView })
  @ApiProblems(422)
  retire(@Param() path: ScorecardReference, @Context() context: RequestContext): Promise<ScorecardView> {
    return this.operations.call(RetireScorecard, path, context);
  }
}
