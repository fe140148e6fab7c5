import { Controller, Inject } from '@nestjs/common';
import {
  AcknowledgeMonthlyScore,
  AppealMonthlyScore,
  type AppealMonthlyScoreRequest,
  type MonthlyScoreReference,
  type MonthlyScoreStatement,
  PERFORMANCE_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { PerformanceSight } from '../../sight';
import { MonthlyScores, type ScoreChange, type StoredScore } from '../monthly-scores.port';
import { notInState, scoreNotFound } from './score-errors';
import { toStatement } from './score-views';

/** What a person answers to their own statement: that it was read, or an appeal, once for a month. */
@Controller()
export class AnswerOwnScoreHandler {
  constructor(
    private readonly scores: MonthlyScores,
    private readonly sight: PerformanceSight,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(AcknowledgeMonthlyScore)
  acknowledge({ scoreId }: MonthlyScoreReference, context: RequestContext): Promise<MonthlyScoreStatement> {
    const acknowledgedAt = this.clock.now();
    return this.answer(scoreId, context, async (score) => {
      if (score.state !== 'published')
        throw notInState(score, `A statement that is ${score.state} is not acknowledged.`);
      return { state: 'acknowledged', acknowledgedAt };
    });
  }

  @Handles(AppealMonthlyScore)
  appeal(
    { scoreId, text }: AppealMonthlyScoreRequest,
    context: RequestContext,
  ): Promise<MonthlyScoreStatement> {
    const appealedAt = this.clock.now();
    return this.answer(scoreId, context, async (score) => {
      const { staffNumber, month, state, appealUntil } = score;
      if (await this.scores.wasAppealed(staffNumber, month))
        throw notInState(score, `The score of ${month} was appealed before; it is done once.`);
      if (state === 'final' || (appealUntil !== undefined && appealUntil <= appealedAt)) {
        throw new DomainError(PERFORMANCE_ERRORS.appealOver, 'The time to appeal is over.', {
          appealUntil: appealUntil?.toISOString(),
        });
      }
      if (state !== 'published' && state !== 'acknowledged')
        throw notInState(score, `A statement that is ${state} is not appealed.`);
      return { state: 'appealed', appealText: text, appealedAt };
    });
  }

  private async answer(
    scoreId: string,
    context: RequestContext,
    decide: (score: StoredScore) => Promise<ScoreChange>,
  ): Promise<MonthlyScoreStatement> {
    const own = await this.sight.own(context);
    return this.work.inTransaction(async () => {
      const score = await this.scores.lock(scoreId);
      if (!score || score.staffNumber !== own.staffNumber || !score.publishedAt) throw scoreNotFound(scoreId);
      const change = await decide(score);
      await this.scores.change(scoreId, change);
      return toStatement({ ...score, ...change }, own.name);
    });
  }
}
