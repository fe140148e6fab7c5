import { Inject, Injectable } from '@nestjs/common';
import { addDays, daysBetween, type LocalDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Logger, RegularWork, systemContext } from '@switchyard/platform';
import { StaffCounts } from '../staff-counts.port';
import { TakeDay } from './take-day.use-case';

const EVERY_MS = 60_000;
/** A day that has ended and is not settled is taken again after so long. */
const AGAIN_AFTER_MS = 30 * 60_000;
/** A service that was away catches up on the month before and this one. */
const DAYS_BACK = 62;
const KINDS = ['calls', 'ratings', 'presence'] as const;

/** Every minute: the days that have ended and are not taken yet, every half hour those that are not settled. Several processes at once only do it twice. */
@Injectable()
export class TakeDays extends RegularWork {
  constructor(
    private readonly take: TakeDay,
    private readonly counts: StaffCounts,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('taking the figures of days', EVERY_MS, logger);
  }

  protected async round(): Promise<void> {
    const today = localDateAt(this.clock.now());
    for (const day of await this.open(addDays(today, -DAYS_BACK), addDays(today, -1))) {
      if (this.stopping) return;
      const { problems } = await this.take.execute(day, systemContext('hr'));
      // Whoever does not answer for one day will hardly answer for the others.
      if (problems.length > 0) return this.log.warn('a day could not be taken whole', { day, problems });
    }
  }

  /** The latest first. */
  private async open(from: LocalDate, to: LocalDate): Promise<LocalDate[]> {
    const before = this.clock.now().getTime() - AGAIN_AFTER_MS;
    const enough = new Set(
      (await this.counts.taken(from, to)).flatMap(({ day, kind, settled, takenAt }) =>
        settled || takenAt.getTime() > before ? [`${day} ${kind}`] : [],
      ),
    );
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, back) => addDays(to, -back));
    return days.filter((day) => KINDS.some((kind) => !enough.has(`${day} ${kind}`)));
  }
}
