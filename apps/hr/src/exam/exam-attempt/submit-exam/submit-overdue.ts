import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork } from '@switchyard/platform';
import { ExamAttempts } from '../exam-attempts.port';
import { SubmitExam } from './submit-exam.use-case';

const EVERY_MS = 2_000;
const AT_ONCE = 200;

/** Hands in what ran out of time, also while nobody was here to see it; every process of the service does. */
@Injectable()
export class SubmitOverdue extends RegularWork {
  constructor(
    private readonly attempts: ExamAttempts,
    private readonly submit: SubmitExam,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('handing in exams whose time is up', EVERY_MS, logger);
  }

  async round(): Promise<void> {
    for (const examAttemptId of await this.attempts.due(this.clock.now(), AT_ONCE)) {
      if (this.stopping) return;
      try {
        await this.submit.afterDeadline(examAttemptId);
      } catch (error) {
        // One that cannot be handed in does not keep the others; the next round tries again.
        this.log.error('an exam attempt could not be handed in', { examAttemptId, err: error });
      }
    }
  }
}
