import { Inject, Injectable } from '@nestjs/common';
import { EXAM_ERRORS, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { SettleCompletions } from '../../../training/record/settle-completions';
import { sittingInState, sittingNotFound } from '../sitting-views';
import { type Sitting, Sittings } from '../sittings.port';

/** Shows everybody their result, and completes courses by it. */
@Injectable()
export class ReleaseSitting {
  constructor(
    private readonly sittings: Sittings,
    private readonly completions: SettleCompletions,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `exam-sitting.not-found`, `exam-sitting.not-allowed-in-state`, `exam-sitting.still-open`,
   * `exam-sitting.not-marked`
   */
  execute(sittingId: string, { actor }: RequestContext): Promise<Sitting> {
    return this.work.inTransaction(async () => {
      const sitting = await this.sittings.lock(sittingId);
      if (!sitting) throw sittingNotFound(sittingId);
      if (sitting.state !== 'planned')
        throw sittingInState(sitting, `The sitting is ${sitting.state} already.`);
      const now = this.clock.now();
      await this.assertOver(sitting, now);
      const made = { at: now, by: actor.id };
      const staffNumbers = await this.sittings.release(sittingId, made);
      if (sitting.courseCode !== undefined)
        await this.completions.afterExam(sitting.courseCode, staffNumbers, made);
      return { ...sitting, state: 'released', releasedAt: now };
    });
  }

  /** Cancels it while nobody has started. @throws DomainError `exam-sitting.not-found`, `exam-sitting.not-allowed-in-state` */
  cancel(sittingId: string): Promise<Sitting> {
    return this.work.inTransaction(async () => {
      const sitting = await this.sittings.lock(sittingId);
      if (!sitting) throw sittingNotFound(sittingId);
      const { running, toMark, marked } = await this.sittings.counts(sittingId);
      if (sitting.state !== 'planned' || running + toMark + marked > 0)
        throw sittingInState(sitting, 'Only a sitting that nobody has started can be cancelled.');
      await this.sittings.cancel(sittingId);
      return { ...sitting, state: 'cancelled' };
    });
  }

  /** Keys must not be told while somebody may still start. */
  private async assertOver({ sittingId, closesAt }: Sitting, now: Date): Promise<void> {
    const { running, toMark } = await this.sittings.counts(sittingId);
    if (now < closesAt || running > 0) {
      throw new DomainError(
        EXAM_ERRORS.stillOpen,
        `The sitting is open until ${closesAt.toISOString()}, and ${running} attempts run; keys are told after that.`,
        { sittingId, closesAt: closesAt.toISOString(), running },
      );
    }
    if (toMark > 0) {
      throw new DomainError(
        EXAM_ERRORS.notMarked,
        `${toMark} attempts wait for a marker; see GET /api/v1/exams/attempts?state=submitted.`,
        { sittingId, toMark },
      );
    }
  }
}
