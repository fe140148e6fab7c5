import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, Repeat } from '@switchyard/platform';
import { HrConfig } from '../hr.config';
import { EscalateMissed } from './checklist/escalate-missed';
import { MakeChecklist } from './checklist/make-checklist';
import { RunDailyReport } from './daily-report/run-daily-report';

/** Makes checklists, tells what was missed, brings the report. What fails in one stops none of the others. */
@Injectable()
export class SweepSupervisorDay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeats: readonly Repeat[];

  constructor(
    private readonly config: HrConfig,
    checklists: MakeChecklist,
    missed: EscalateMissed,
    report: RunDailyReport,
    logger: Logger,
  ) {
    const named = logger.named('SweepSupervisorDay');
    const repeat = (name: string, work: () => Promise<unknown>) =>
      new Repeat(name, config.sweepSeconds * 1000, async () => void (await work()), named);
    this.repeats = [
      repeat('making checklists', () => checklists.execute()),
      repeat('telling missed duties', () => missed.execute()),
      repeat('bringing the daily report', () => report.execute()),
    ];
  }

  onApplicationBootstrap(): void {
    if (this.config.sweepSeconds > 0) for (const repeat of this.repeats) repeat.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.repeats.map((repeat) => repeat.stop()));
  }
}
