import { Controller, Inject } from '@nestjs/common';
import {
  EvaluateCall,
  EvaluateCallRequest,
  type EvaluationPage,
  EvaluationReference,
  type EvaluationView,
  GetEvaluation,
  ListEvaluations,
  ListEvaluationsRequest,
  QUALITY_ERRORS,
  type RequestContext,
  TellEvaluation,
  TellEvaluationRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { QualityReminders } from '../quality-reminders';
import { QualityScope } from '../quality-scope';
import { EvaluateCallUseCase } from './evaluate-call.use-case';
import { evaluationNotFound, stepOf, toSummary } from './evaluation-views';
import { Evaluations } from './evaluations.port';
import { ShowEvaluation } from './show-evaluation';

const DAY_MS = 86_400_000;

@Controller()
export class EvaluationsHandler {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly judging: EvaluateCallUseCase,
    private readonly shown: ShowEvaluation,
    private readonly policies: Policies,
    private readonly reminders: QualityReminders,
    private readonly scope: QualityScope,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(EvaluateCall)
  async evaluate(request: EvaluateCallRequest, context: RequestContext): Promise<EvaluationView> {
    return this.shown.show(await this.judging.execute(request, context));
  }

  @Handles(GetEvaluation)
  async get({ evaluationId }: EvaluationReference, { actor }: RequestContext): Promise<EvaluationView> {
    const view = await this.shown.show(evaluationId);
    await this.scope.assertSees(actor, view.groupCode);
    return view;
  }

  @Handles(ListEvaluations)
  async list(request: ListEvaluationsRequest, { actor }: RequestContext): Promise<EvaluationPage> {
    const { limit = 50, cursor, ...filter } = request;
    const groups = await this.scope.groupsOf(actor);
    const page = await this.evaluations.list({ ...filter, groups }, limit, cursor);
    return { ...page, items: page.items.map(toSummary) };
  }

  @Handles(TellEvaluation)
  async tell(request: TellEvaluationRequest, { actor }: RequestContext): Promise<EvaluationView> {
    const { evaluationId, mode, text } = request;
    const now = this.clock.now();
    const { appealWithinDays } = await this.policies.inForce('quality', now);
    await this.work.inTransaction(async () => {
      const evaluation = await this.evaluations.lock(evaluationId);
      if (!evaluation) throw evaluationNotFound(evaluationId);
      await this.scope.assertSees(actor, evaluation.groupCode);
      if (stepOf(evaluation) !== 'evaluated') {
        throw new DomainError(QUALITY_ERRORS.wrongStep, 'The agent has been told already.', {
          evaluationId,
          step: stepOf(evaluation),
        });
      }
      const appealUntil = new Date(now.getTime() + appealWithinDays * DAY_MS);
      const feedback = { feedbackMode: mode, feedbackText: text, feedbackBy: actor.id, feedbackAt: now };
      await this.evaluations.tell(evaluationId, { ...feedback, appealUntil });
      await this.reminders.evaluationTold(evaluation.staffNumber, evaluationId);
    });
    return this.shown.show(evaluationId);
  }
}
