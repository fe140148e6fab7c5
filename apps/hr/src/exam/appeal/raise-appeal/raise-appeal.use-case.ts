import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EXAM_ATTEMPT_ERRORS } from '@switchyard/contracts';
import { addSeconds } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { attemptNotFound } from '../../exam-attempt/exam-attempt-views';
import { ExamAttempts } from '../../exam-attempt/exam-attempts.port';
import { sittingNotFound } from '../../sitting/sitting-views';
import { Sittings } from '../../sitting/sittings.port';
import { Appeals, type ExamAppeal } from '../appeals.port';

const DAY_SECONDS = 86_400;

/** An appeal against the mark of one's own paper, once, within the days of the policy after the release. */
@Injectable()
export class RaiseAppeal {
  constructor(
    private readonly appeals: Appeals,
    private readonly attempts: ExamAttempts,
    private readonly sittings: Sittings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `exam-attempt.not-found`, `exam-attempt.not-released`, `exam-appeal.too-late`,
   * `exam-appeal.already-raised`
   */
  async execute(examAttemptId: string, staffNumber: string, reason: string): Promise<ExamAppeal> {
    const attempt = await this.attempts.find(examAttemptId);
    if (attempt?.staffNumber !== staffNumber) throw attemptNotFound(examAttemptId);
    const { releasedAt, score, sittingId, title } = attempt;
    if (!releasedAt || score === undefined) {
      throw new DomainError(EXAM_ATTEMPT_ERRORS.notReleased, 'The result is not released yet.', {
        examAttemptId,
      });
    }
    const sitting = await this.sittings.find(sittingId);
    if (!sitting) throw sittingNotFound(sittingId);
    const now = this.clock.now();
    const until = addSeconds(releasedAt, sitting.policy.appealDays * DAY_SECONDS);
    if (now > until) {
      throw new DomainError(
        EXAM_ATTEMPT_ERRORS.appealLate,
        `A mark can be appealed until ${until.toISOString()}, ${sitting.policy.appealDays} days after the release.`,
        { examAttemptId, until: until.toISOString() },
      );
    }
    const appeal = {
      appealId: randomUUID(),
      examAttemptId,
      staffNumber,
      reason,
      raisedAt: now,
      scoreBefore: score,
    };
    if (await this.appeals.add(appeal)) return { ...appeal, title, state: 'open' };
    throw new DomainError(EXAM_ATTEMPT_ERRORS.appealAlready, 'This paper was appealed already.', {
      examAttemptId,
    });
  }
}
