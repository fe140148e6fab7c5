import { Inject, Injectable } from '@nestjs/common';
import { type DecideQualityAppealRequest, QUALITY_ERRORS, type RequestContext } from '@switchyard/contracts';
import { scorecardItems } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { RaiseRepeatedFaults } from '../escalation/raise-repeated-faults';
import { marksInvalid } from '../quality-errors';
import { QualityReminders } from '../quality-reminders';
import { Scorecards } from '../scorecard/scorecards.port';
import { type Appeal, Appeals } from './appeals.port';
import { type Evaluation, Evaluations } from './evaluations.port';
import { plainMarks, scored } from './judged-call';

/**
 * Decides an appeal: the result stays, or another is made beside it by the same version of the scorecard; faults that are no more are taken
 * out of what was told to the leader.
 * @throws DomainError `quality-appeal.not-found`, `.already-decided`, `.needs-another`, `evaluation.marks-invalid`
 */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly appeals: Appeals,
    private readonly scorecards: Scorecards,
    private readonly repeated: RaiseRepeatedFaults,
    private readonly staff: StaffDirectory,
    private readonly policies: Policies,
    private readonly reminders: QualityReminders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns id of the evaluation */
  async execute(request: DecideQualityAppealRequest, context: RequestContext): Promise<string> {
    const { appealId, outcome, decision, marks } = request;
    if ((outcome === 'changed') !== (marks !== undefined)) {
      throw marksInvalid([
        { path: 'marks', problem: 'must be given when the result is another, and only then' },
      ]);
    }
    return this.work.inTransaction(async () => {
      const appeal = await this.appeals.find(appealId);
      const evaluation = appeal && (await this.evaluations.lock(appeal.evaluationId));
      const now = await this.appeals.find(appealId);
      if (!now || !evaluation) throw notFound(appealId);
      if (now.state !== 'open') throw decided(now);
      const decider = await this.assertAnother(evaluation, context);
      if (marks) await this.change(evaluation, plainMarks(marks), context);
      await this.appeals.decide({
        ...now,
        state: outcome,
        decision,
        decider,
        decidedAt: this.clock.now(),
        decidedBy: context.actor.id,
      });
      await this.reminders.appealDecided(evaluation.staffNumber, evaluation.id);
      return evaluation.id;
    });
  }

  private async assertAnother(
    evaluation: Evaluation,
    { actor }: RequestContext,
  ): Promise<string | undefined> {
    const decider = (await this.staff.ofAccount(actor.id))?.staffNumber;
    const isJudge =
      actor.id === evaluation.evaluatedBy || (decider !== undefined && decider === evaluation.evaluator);
    if (!isJudge && decider !== evaluation.staffNumber) return decider;
    throw new DomainError(
      QUALITY_ERRORS.appealNeedsAnother,
      'Who judged the call or appeals does not decide; another inspector has to.',
      { evaluationId: evaluation.id },
    );
  }

  private async change(
    evaluation: Evaluation,
    marks: ReturnType<typeof plainMarks>,
    context: RequestContext,
  ): Promise<void> {
    const { id, staffNumber, scorecardCode, scorecardVersion, resultVersion } = evaluation;
    const scorecard = await this.scorecards.find(scorecardCode, scorecardVersion);
    if (!scorecard) throw new Error(`the scorecard ${scorecardCode} ${scorecardVersion} is gone`);
    const at = this.clock.now();
    const { faultBelowPercent } = await this.policies.inForce('quality', at);
    const result = scored(scorecard.sections, marks, faultBelowPercent);
    const made = {
      version: resultVersion + 1,
      reason: 'appeal' as const,
      madeAt: at,
      madeBy: context.actor.id,
    };
    await this.evaluations.addResult(id, { ...made, marks, result }, scorecardItems(scorecard.sections));
    await this.repeated.withdraw(id);
    const faults = result.lines.filter(({ fault }) => fault).map(({ item }) => item);
    await this.repeated.execute(staffNumber, faults, context);
  }
}

function notFound(appealId: string): DomainError {
  return new DomainError(
    QUALITY_ERRORS.appealNotFound,
    `There is no appeal ${appealId}; GET /quality/appeals lists them.`,
    { appealId },
  );
}

function decided({ id, state }: Appeal): DomainError {
  return new DomainError(QUALITY_ERRORS.appealDecided, `This appeal has been decided: ${state}.`, {
    appealId: id,
    state,
  });
}
