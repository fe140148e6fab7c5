import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork } from '@switchyard/platform';
import { ClockRules } from '../clock-rules';
import { ServiceClocks } from '../service-clocks';
import { StoredClocks, type SubjectReference } from '../stored-clocks.port';

const EVERY_MS = 5_000;
/** Subjects that are held in memory at once. */
const BATCH = 200;
/** Before one that failed is tried again. */
const ASIDE_MS = 60_000;

/**
 * Reckons clocks that are not over anew once the calendar or the hours they rest on have changed: a subject at a time,
 * each in a transaction of its own, so that neither memory nor locks grow with their number, and one that fails holds
 * up no other. What was done is known by the clocks themselves: another process, or this one after a restart, goes on
 * where it was left.
 */
@Injectable()
export class ReckonClocksAgain extends RegularWork {
  private readonly aside = new Map<string, number>();

  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
    private readonly serviceClocks: ServiceClocks,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('reckoning time limits again', EVERY_MS, logger);
  }

  /** Ends when every clock rests on the calendar and hours of now, but for those that failed. */
  async round(): Promise<void> {
    const { basis } = await this.rules.current();
    let after: SubjectReference | undefined;
    let done = 0;
    for (;;) {
      const subjects = await this.clocks.restingElsewhere(basis, after, BATCH);
      for (const subject of subjects) {
        if (this.stopping) return;
        if (await this.reckon(subject)) done += 1;
      }
      after = subjects.at(-1);
      if (subjects.length < BATCH) break;
    }
    if (done > 0) this.log.info('time limits were reckoned again', { subjects: done, basis });
  }

  private async reckon(subject: SubjectReference): Promise<boolean> {
    const key = `${subject.subject} ${subject.id}`;
    const now = this.clock.now().getTime();
    if ((this.aside.get(key) ?? 0) > now) return false;
    try {
      await this.serviceClocks.reckon(subject);
      this.aside.delete(key);
      return true;
    } catch (error) {
      this.aside.set(key, now + ASIDE_MS);
      this.log.error(`time limits of ${key} could not be reckoned again`, { err: error, ...subject });
      return false;
    }
  }
}
