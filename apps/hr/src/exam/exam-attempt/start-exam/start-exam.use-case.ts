import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EXAM_ATTEMPT_ERRORS } from '@switchyard/contracts';
import { attemptTimes, fullMarksOf } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { DrawPaper } from '../../exam/draw-paper';
import { sittingNotFound } from '../../sitting/sitting-views';
import { type Sitting, Sittings } from '../../sitting/sittings.port';
import { attemptNotFound } from '../exam-attempt-views';
import { ExamAttempts, type ExamAttempt } from '../exam-attempts.port';

/** Starts an exam: the start is counted before anything of the paper is seen (lms#1314). */
@Injectable()
export class StartExam {
  constructor(
    private readonly sittings: Sittings,
    private readonly attempts: ExamAttempts,
    private readonly draw: DrawPaper,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * An attempt that runs is answered with, and costs no start.
   * @throws DomainError `exam-sitting.not-found`, `exam-sitting.not-open`, `exam-sitting.not-a-candidate`,
   * `exam-attempt.no-start-left`, `exam.bank-too-small`
   */
  async execute(
    sittingId: string,
    staffNumber: string,
  ): Promise<{ readonly attempt: ExamAttempt; readonly resumed: boolean }> {
    const started = await this.work.inTransaction(async () => {
      const sitting = await this.sittings.hold(sittingId);
      if (!sitting) throw sittingNotFound(sittingId);
      return this.start(sitting, staffNumber, this.clock.now());
    });
    const attempt = await this.attempts.find(started.examAttemptId);
    if (!attempt) throw attemptNotFound(started.examAttemptId);
    return { attempt, resumed: started.resumed };
  }

  private async start(
    sitting: Sitting,
    staffNumber: string,
    now: Date,
  ): Promise<{ readonly examAttemptId: string; readonly resumed: boolean }> {
    const { sittingId, durationMinutes, closesAt, policy } = sitting;
    assertOpen(sitting, now);
    const examAttemptId = randomUUID();
    const counted = await this.attempts.countStart(sitting, staffNumber, examAttemptId);
    if (counted.outcome === 'running') return { examAttemptId: counted.examAttemptId, resumed: true };
    if (counted.outcome !== 'started') throw refusal(counted.outcome, sitting);
    const { ordinal } = counted;
    const seed = `${sittingId} ${staffNumber} ${ordinal}`;
    const paper = await this.draw.execute(sitting.blueprint, seed);
    const times = attemptTimes(now, durationMinutes, closesAt, policy.graceSeconds);
    await this.attempts.add({
      examAttemptId,
      sittingId,
      staffNumber,
      ordinal,
      seed,
      paper,
      fullMarks: fullMarksOf(paper),
      startedAt: now,
      ...times,
    });
    return { examAttemptId, resumed: false };
  }
}

function assertOpen({ sittingId, state, opensAt, closesAt }: Sitting, now: Date): void {
  if (state === 'planned' && opensAt <= now && now < closesAt) return;
  throw new DomainError(
    EXAM_ATTEMPT_ERRORS.notOpen,
    state === 'planned'
      ? `The exam can be started from ${opensAt.toISOString()} until ${closesAt.toISOString()}.`
      : `The sitting is ${state}.`,
    { sittingId, state, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
  );
}

function refusal(
  outcome: 'no-start-left' | 'not-a-candidate',
  { sittingId, attemptLimit }: Sitting,
): DomainError {
  return outcome === 'no-start-left'
    ? new DomainError(
        EXAM_ATTEMPT_ERRORS.noStartLeft,
        `You have had all ${attemptLimit} starts of this sitting; ask the trainer for a resit.`,
        { sittingId, attemptLimit },
      )
    : new DomainError(
        EXAM_ATTEMPT_ERRORS.notCandidate,
        'You are not on the list of this sitting; ask the trainer.',
        { sittingId },
      );
}
