import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  AcknowledgeEvaluation,
  AppealEvaluation,
  type CoachingPage,
  CoachingView,
  type EvaluationPage,
  EvaluationReference,
  EvaluationSummary,
  EvaluationView,
  GetOwnEvaluation,
  HearOwnRecording,
  ImprovementPlanView,
  ListOwnCoachings,
  ListOwnCoachingsRequest,
  ListOwnEvaluations,
  ListOwnEvaluationsRequest,
  ListOwnImprovementPlans,
  ListOwnImprovementPlansRequest,
  OpenRecording,
  type OwnImprovementPlanPage,
  type RequestContext,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../access/permission.decorator';
import { ApiPage } from '../openapi/api-page.decorator';
import { ApiProblems } from '../openapi/api-problems.decorator';
import { RecordingReads } from '../recording/recording-reads';
import { Context } from '../request-context/context.decorator';
import { AcknowledgementBody, OwnAppealBody } from './quality-queries';

@ApiTags('me')
@ApiBearerAuth()
@Controller('me/quality')
export class OwnQualityController {
  constructor(
    private readonly operations: OperationClient,
    private readonly reads: RecordingReads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  @Get('evaluations')
  @Permission('self:read')
  @ApiOperation({ summary: 'Judgements of one’s own calls that have been told, the latest first' })
  @ApiPage(EvaluationSummary)
  @ApiProblems(422)
  evaluations(
    @Query() query: ListOwnEvaluationsRequest,
    @Context() context: RequestContext,
  ): Promise<EvaluationPage> {
    return this.operations.call(ListOwnEvaluations, query, context);
  }

  @Get('evaluations/:evaluationId')
  @Permission('self:read')
  @ApiOperation({
    summary: 'One of them',
    description: 'Without the result until one’s own recording has been heard (S2 L251).',
  })
  @ApiOkResponse({ type: EvaluationView })
  @ApiProblems(404, 422)
  evaluation(
    @Param() path: EvaluationReference,
    @Context() context: RequestContext,
  ): Promise<EvaluationView> {
    return this.operations.call(GetOwnEvaluation, path, context);
  }

  @Get('evaluations/:evaluationId/sound')
  @Permission('self:read')
  @ApiOperation({
    summary: 'The sound of one’s own call that was judged',
    description: 'Every time is an entry in the audit, with who asked for it.',
  })
  @ApiProduces('audio/wav')
  @ApiOkResponse({ description: 'The sound', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(404, 422)
  async sound(
    @Param() path: EvaluationReference,
    @Context() context: RequestContext,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const { recordingId } = await this.operations.call(HearOwnRecording, path, context, {
      timeoutMs: 20_000,
    });
    const { fileKey, mediaType, bytes } = await this.operations.call(OpenRecording, { recordingId }, context);
    const sound = await this.files.get(fileKey);
    try {
      await this.reads.note(request);
    } catch (error) {
      sound.destroy();
      throw error;
    }
    const disposition = `attachment; filename="${recordingId}.wav"`;
    return new StreamableFile(sound, { type: mediaType, length: bytes, disposition });
  }

  @Post('evaluations/:evaluationId/acknowledgement')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take note of a judgement, with what one says to it' })
  @ApiOkResponse({ type: EvaluationView })
  @ApiProblems(404, 422)
  acknowledge(
    @Param() { evaluationId }: EvaluationReference,
    @Body() body: AcknowledgementBody,
    @Context() context: RequestContext,
  ): Promise<EvaluationView> {
    return this.operations.call(AcknowledgeEvaluation, { ...body, evaluationId }, context);
  }

  @Post('evaluations/:evaluationId/appeal')
  @Permission('self:write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Appeal against a judgement, within the days of the policy; another inspector decides',
  })
  @ApiOkResponse({ type: EvaluationView })
  @ApiProblems(404, 422)
  appeal(
    @Param() { evaluationId }: EvaluationReference,
    @Body() body: OwnAppealBody,
    @Context() context: RequestContext,
  ): Promise<EvaluationView> {
    return this.operations.call(AppealEvaluation, { ...body, evaluationId }, context);
  }

  @Get('improvement-plans')
  @Permission('self:read')
  @ApiOperation({ summary: 'One’s own improvement plans, the latest first' })
  @ApiPage(ImprovementPlanView)
  @ApiProblems(422)
  plans(
    @Query() query: ListOwnImprovementPlansRequest,
    @Context() context: RequestContext,
  ): Promise<OwnImprovementPlanPage> {
    return this.operations.call(ListOwnImprovementPlans, query, context);
  }

  @Get('coachings')
  @Permission('self:read')
  @ApiOperation({ summary: 'One’s own coachings, the latest first' })
  @ApiPage(CoachingView)
  @ApiProblems(422)
  coachings(
    @Query() query: ListOwnCoachingsRequest,
    @Context() context: RequestContext,
  ): Promise<CoachingPage> {
    return this.operations.call(ListOwnCoachings, query, context);
  }
}
