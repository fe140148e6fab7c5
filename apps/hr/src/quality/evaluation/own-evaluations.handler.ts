import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  AcknowledgeEvaluation,
  AcknowledgeEvaluationRequest,
  AppealEvaluation,
  AppealEvaluationRequest,
  type EvaluationPage,
  EvaluationReference,
  type EvaluationView,
  GetOwnEvaluation,
  HearOwnRecording,
  ListOwnEvaluations,
  ListOwnEvaluationsRequest,
  type OwnRecording,
  QUALITY_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { QualityScope } from '../quality-scope';
import { RecordedCalls } from '../sampling/recorded-calls.port';
import { Appeals } from './appeals.port';
import { evaluationNotFound, summaryForAgent, toSummary, viewForAgent } from './evaluation-views';
import { type Evaluation, Evaluations } from './evaluations.port';
import { ShowEvaluation } from './show-evaluation';

/** What an agent does with the judgement of the own calls. */
@Controller()
export class OwnEvaluationsHandler {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly appeals: Appeals,
    private readonly shown: ShowEvaluation,
    private readonly recorded: RecordedCalls,
    private readonly scope: QualityScope,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListOwnEvaluations)
  async list(request: ListOwnEvaluationsRequest, { actor }: RequestContext): Promise<EvaluationPage> {
    const { acknowledged, limit = 50, cursor } = request;
    const { staffNumber } = await this.scope.self(actor);
    const page = await this.evaluations.list({ staffNumber, told: true, acknowledged }, limit, cursor);
    return { ...page, items: page.items.map((one) => summaryForAgent(toSummary(one))) };
  }

  @Handles(GetOwnEvaluation)
  async get({ evaluationId }: EvaluationReference, context: RequestContext): Promise<EvaluationView> {
    return this.shownTo(evaluationId, context);
  }

  @Handles(HearOwnRecording)
  async hear({ evaluationId }: EvaluationReference, context: RequestContext): Promise<OwnRecording> {
    const { recordingId } = await this.own(evaluationId, context);
    const call = await this.recorded.find(recordingId);
    await this.evaluations.heard(evaluationId, this.clock.now());
    if (call?.state === 'stored') return { recordingId };
    throw new DomainError(
      QUALITY_ERRORS.recordingUnusable,
      'The recording is there no more; you see the result, and may acknowledge it or appeal without hearing it.',
      { recordingId },
    );
  }

  @Handles(AcknowledgeEvaluation)
  async acknowledge(request: AcknowledgeEvaluationRequest, context: RequestContext): Promise<EvaluationView> {
    const { evaluationId, comment } = request;
    const evaluation = await this.own(evaluationId, context);
    assertHeard(evaluation);
    await this.evaluations.acknowledge(evaluationId, this.clock.now(), comment);
    return this.shownTo(evaluationId, context);
  }

  @Handles(AppealEvaluation)
  async appeal(
    { evaluationId, reason }: AppealEvaluationRequest,
    context: RequestContext,
  ): Promise<EvaluationView> {
    await this.work.inTransaction(async () => {
      const { staffNumber, appealUntil, ...evaluation } = await this.own(evaluationId, context);
      assertHeard(evaluation);
      const now = this.clock.now();
      if (appealUntil && appealUntil < now) {
        throw new DomainError(
          QUALITY_ERRORS.appealTooLate,
          'The time for an appeal is over; talk to your group leader.',
          { evaluationId, appealUntil: appealUntil.toISOString() },
        );
      }
      const appeal = {
        id: randomUUID(),
        evaluationId,
        staffNumber,
        reason,
        state: 'open' as const,
        madeAt: now,
      };
      if (await this.appeals.add(appeal)) return;
      throw new DomainError(QUALITY_ERRORS.wrongStep, 'There is an appeal against this evaluation already.', {
        evaluationId,
      });
    });
    return this.shownTo(evaluationId, context);
  }

  private async shownTo(evaluationId: string, context: RequestContext): Promise<EvaluationView> {
    await this.own(evaluationId, context);
    return viewForAgent(await this.shown.show(evaluationId));
  }

  /** Told to the asker; anything else is as if it were not there. */
  private async own(evaluationId: string, { actor }: RequestContext): Promise<Evaluation> {
    const { staffNumber } = await this.scope.self(actor);
    const evaluation = await this.evaluations.find(evaluationId);
    if (evaluation?.staffNumber === staffNumber && evaluation.feedbackAt) return evaluation;
    throw evaluationNotFound(evaluationId);
  }
}

function assertHeard({ heardAt }: Pick<Evaluation, 'heardAt'>): void {
  if (heardAt) return;
  throw new DomainError(
    QUALITY_ERRORS.notHeard,
    'Hear your own recording first (GET /me/quality/evaluations/{evaluationId}/sound).',
    {},
  );
}
