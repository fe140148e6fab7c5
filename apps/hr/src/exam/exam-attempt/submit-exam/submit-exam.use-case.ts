import { Inject, Injectable } from '@nestjs/common';
import { collectPoints, markAnswer, scorePaper } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { sittingNotFound } from '../../sitting/sitting-views';
import { Sittings } from '../../sitting/sittings.port';
import { attemptNotFound } from '../exam-attempt-views';
import { ExamAttempts, type ExamAttempt } from '../exam-attempts.port';

/** Hands papers in and marks what the key can mark; a paper is handed in once. */
@Injectable()
export class SubmitExam {
  constructor(
    private readonly attempts: ExamAttempts,
    private readonly sittings: Sittings,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Said again, it answers the same. @throws DomainError `exam-attempt.not-found` */
  byExaminee(examAttemptId: string, staffNumber: string): Promise<ExamAttempt> {
    return this.work.inTransaction(async () => {
      const attempt = await this.attempts.lock(examAttemptId);
      if (attempt?.staffNumber !== staffNumber) throw attemptNotFound(examAttemptId);
      const now = this.clock.now();
      if (attempt.state === 'started')
        await this.submit(attempt, now > attempt.acceptsUntil ? 'deadline' : 'examinee', now);
      return this.found(examAttemptId);
    });
  }

  /** What runs beyond its time, whenever that was. False when somebody else was faster. */
  afterDeadline(examAttemptId: string): Promise<boolean> {
    return this.work.inTransaction(async () => {
      const attempt = await this.attempts.lock(examAttemptId);
      const now = this.clock.now();
      if (attempt?.state !== 'started' || now <= attempt.acceptsUntil) return false;
      await this.submit(attempt, 'deadline', now);
      return true;
    });
  }

  private async submit(attempt: ExamAttempt, by: 'examinee' | 'deadline', now: Date): Promise<void> {
    const sitting = await this.sittings.find(attempt.sittingId);
    if (!sitting) throw sittingNotFound(attempt.sittingId);
    const { policy, passPercent, secondMarker } = sitting;
    const answers = new Map(
      (await this.attempts.answers(attempt.examAttemptId)).map(({ no, answer }) => [no, answer]),
    );
    const autoPoints = Object.fromEntries(
      attempt.paper.flatMap((item) => {
        const points = markAnswer(item, answers.get(item.no), policy.multipleRule);
        return points === undefined ? [] : [[String(item.no), points]];
      }),
    ) as Readonly<Record<string, number>>;
    const rule = { secondMarker, tolerancePercent: policy.markTolerancePercent };
    const { points, open } = collectPoints(attempt.paper, autoPoints, [], rule);
    await this.attempts.submit(attempt.examAttemptId, {
      at: by === 'deadline' ? attempt.deadlineAt : now,
      by,
      autoPoints,
      ...(open.length === 0 && { scored: scorePaper(attempt.paper, points, passPercent) }),
    });
  }

  private async found(examAttemptId: string): Promise<ExamAttempt> {
    const attempt = await this.attempts.find(examAttemptId);
    if (!attempt) throw attemptNotFound(examAttemptId);
    return attempt;
  }
}
