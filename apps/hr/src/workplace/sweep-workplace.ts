import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, Repeat } from '@switchyard/platform';
import { HrConfig } from '../hr.config';
import { RemindOffices } from './complaints/remind-offices';
import { RemindActions } from './meetings/remind-actions';
import { HandOutRules } from './rule-book/hand-out-rules';
import { CloseSurveys } from './surveys/close-surveys';

/** Hands out rules, closes surveys, reminds of what is due. What fails in one stops none of the others. */
@Injectable()
export class SweepWorkplace implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeats: readonly Repeat[];

  constructor(
    private readonly config: HrConfig,
    rules: HandOutRules,
    surveys: CloseSurveys,
    actions: RemindActions,
    offices: RemindOffices,
    logger: Logger,
  ) {
    const named = logger.named('SweepWorkplace');
    const repeat = (name: string, work: () => Promise<unknown>) =>
      new Repeat(name, config.sweepSeconds * 1000, async () => void (await work()), named);
    this.repeats = [
      repeat('handing out rules', () => rules.execute()),
      repeat('closing surveys', () => surveys.execute()),
      repeat('reminding of actions', () => actions.execute()),
      repeat('reminding of complaints', () => offices.execute()),
    ];
  }

  onApplicationBootstrap(): void {
    if (this.config.sweepSeconds > 0) for (const repeat of this.repeats) repeat.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.repeats.map((repeat) => repeat.stop()));
  }
}
