import { Inject, Injectable } from '@nestjs/common';
import { QUALITY_ERRORS } from '@switchyard/contracts';
import {
  addDays,
  daysToDraw,
  type LocalDate,
  localDateAt,
  minuteOfDayAt,
  weeksToDraw,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Logger, RegularWork, systemContext } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { AssignOpenItems } from './assign-open-items';
import { DrawDay } from './draw-day.use-case';
import { DrawWeek } from './draw-week.use-case';
import { Samples } from './samples.port';

const EVERY_MS = 10 * 60_000;
const MINUTES_PER_HOUR = 60;
const DAYS_PER_WEEK = 7;

/** Draws yesterday's calls from the policy's hour on, then what was missed, and gives calls without an inspector one. */
@Injectable()
export class DrawDaily extends RegularWork {
  constructor(
    private readonly day: DrawDay,
    private readonly week: DrawWeek,
    private readonly assignment: AssignOpenItems,
    private readonly samples: Samples,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('drawing calls for judgement', EVERY_MS, logger, { firstAfterMs: EVERY_MS });
  }

  /** One look; a day that cannot be drawn now does not keep the others. */
  async round(): Promise<void> {
    const now = this.clock.now();
    const { sampling } = await this.policies.inForce('quality', now);
    if (minuteOfDayAt(now) < sampling.atHour * MINUTES_PER_HOUR) return;
    const today = localDateAt(now);
    const since = addDays(today, -sampling.catchUpDays - DAYS_PER_WEEK);
    for (const day of daysToDraw(today, await this.samples.soFar(since), sampling.catchUpDays)) {
      await this.draw(day);
    }
    for (const monday of weeksToDraw(today, await this.samples.soFar(since), sampling.catchUpDays)) {
      await this.week.execute(monday);
    }
    await this.assignment.execute(`${today}`);
    await this.samples.forgetFrames(addDays(today, -sampling.frameDays));
  }

  private async draw(day: LocalDate): Promise<void> {
    try {
      await this.day.execute(day, systemContext('hr'));
    } catch (error) {
      const code = error instanceof DomainError ? error.code : undefined;
      // Another process was first.
      if (code === QUALITY_ERRORS.alreadyDrawn) return;
      if (code !== QUALITY_ERRORS.dayNotOver) throw error;
      this.log.info('the calls of a day cannot be drawn yet', { day });
    }
  }
}
