import { Inject, Injectable } from '@nestjs/common';
import {
  type DecideScoreAppealRequest,
  PERFORMANCE_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../../policy/policies';
import { StaffDirectory } from '../../../staff/staff-directory.port';
import { PerformanceSight } from '../../sight';
import {
  MonthlyScores,
  type ReckonedScore,
  type ScoreChange,
  type StoredScore,
} from '../monthly-scores.port';
import { ReckonScores } from '../reckon-scores';
import { notInState, scoreNotFound } from './score-errors';

const DAY_MS = 86_400_000;

/**
 * Decides an appeal, by somebody who neither reckoned nor published the score. Granted, the month is reckoned anew from the facts as they
 * are now, with the points given back as a line of their own.
 * @throws DomainError `monthly-score.not-found`, `.not-allowed-in-state`, `.decided-by-scorer`, `.correction-missing`, `performance.own-matter`
 */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly scores: MonthlyScores,
    private readonly reckon: ReckonScores,
    private readonly staff: StaffDirectory,
    private readonly sight: PerformanceSight,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(request: DecideScoreAppealRequest, context: RequestContext): Promise<StoredScore> {
    const now = this.clock.now();
    const by = context.actor.id;
    const { appealDays } = await this.policies.inForce('performance-procedure', now);
    const decided: ScoreChange = {
      state: 'decided',
      decision: request.decision,
      decisionText: request.text,
      decidedAt: now,
      decidedBy: by,
      appealUntil: new Date(now.getTime() + appealDays * DAY_MS),
    };
    const open = await this.scores.find(request.scoreId);
    if (!open) throw scoreNotFound(request.scoreId);
    await this.assertMayDecide(open, request, context);
    const reckoned = request.decision === 'granted' ? await this.reckoned(open, request, by) : undefined;
    return this.work.inTransaction(async () => {
      const score = await this.scores.lock(request.scoreId);
      if (!score) throw scoreNotFound(request.scoreId);
      await this.assertMayDecide(score, request, context);
      if (!reckoned) {
        await this.scores.change(score.id, decided);
        return { ...score, ...decided };
      }
      const id = await this.scores.replace(score, reckoned, decided, { at: now, by });
      const stored = await this.scores.find(id);
      if (!stored) throw scoreNotFound(id);
      return stored;
    });
  }

  private async assertMayDecide(
    score: StoredScore,
    { decision, points }: DecideScoreAppealRequest,
    context: RequestContext,
  ): Promise<void> {
    await this.sight.assertAnother(score.staffNumber, context, 'Nobody decides their own appeal.');
    if (score.state !== 'appealed')
      throw notInState(score, `A statement that is ${score.state} has no open appeal.`);
    if ([score.computedBy, score.publishedBy].includes(context.actor.id)) {
      throw new DomainError(
        PERFORMANCE_ERRORS.appealByScorer,
        'You had this score reckoned or published it; somebody else decides the appeal.',
        { computedBy: score.computedBy, publishedBy: score.publishedBy },
      );
    }
    if (decision === 'granted' && points === undefined) {
      throw new DomainError(
        PERFORMANCE_ERRORS.correctionMissing,
        'Tell the points that are given back; 0 where the corrected facts are enough.',
        { field: 'points' },
      );
    }
  }

  private async reckoned(
    score: StoredScore,
    { text, points = 0 }: DecideScoreAppealRequest,
    by: string,
  ): Promise<ReckonedScore> {
    const { staffNumber, month } = score;
    const person = await this.staff.find(staffNumber);
    if (!person) throw scoreNotFound(score.id);
    const corrections = new Map(points > 0 ? [[staffNumber, { points, reason: text, decidedBy: by }]] : []);
    const { scores, failed } = await this.reckon.execute([person], month, corrections);
    const [reckoned] = scores;
    if (!reckoned) throw new Error(`the score of ${staffNumber} cannot be reckoned: ${failed[0]?.why ?? ''}`);
    return reckoned;
  }
}
