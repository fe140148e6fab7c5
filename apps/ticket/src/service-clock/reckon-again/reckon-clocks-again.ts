import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, Repeat } from '@switchyard/platform';
import { ClockRules } from '../clock-rules';
import { ServiceClocks } from '../service-clocks';
import { StoredClocks, type SubjectReference } from '../stored-clocks.port';

const EVERY_MS = 5_000;
/** Subjects that are held in memory at once. */
const BATCH = 200;

/**
 * Reckons clocks that are not over anew once the calendar or the hours they rest on have changed: a subject at a time,
 * each in a transaction of its own, so that neither memory nor locks grow with their number. What was done is known by
 * the clocks themselves: another process, or this one after a restart, goes on where it was left.
 */
@Injectable()
export class ReckonClocksAgain implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeat: Repeat;
  private readonly log: Logger;
  private stopping = false;

  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
    private readonly serviceClocks: ServiceClocks,
    logger: Logger,
  ) {
    this.log = logger.named('ReckonClocksAgain');
    this.repeat = new Repeat('reckoning time limits again', EVERY_MS, () => this.round(), this.log);
  }

  onApplicationBootstrap(): void {
    this.repeat.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.repeat.stop();
  }

  /** Ends when every clock rests on the calendar and hours of now. */
  async round(): Promise<void> {
    const { basis } = await this.rules.current();
    let after: SubjectReference | undefined;
    let done = 0;
    for (;;) {
      const subjects = await this.clocks.restingElsewhere(basis, after, BATCH);
      for (const subject of subjects) {
        if (this.stopping) return;
        await this.serviceClocks.reckon(subject);
        done += 1;
      }
      after = subjects.at(-1);
      if (subjects.length < BATCH) break;
    }
    if (done > 0) this.log.info('time limits were reckoned again', { subjects: done, basis });
  }
}
