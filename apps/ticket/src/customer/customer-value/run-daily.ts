import { Inject, Injectable } from '@nestjs/common';
import { CUSTOMER_VALUE_ERRORS } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Logger, RegularWork, systemContext } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { RunCustomerValues } from './run-customer-values';
import { ValueRuns } from './value-runs.port';

const EVERY_MS = 10 * 60_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Begins the day's run at the policy's hour in China, or once the service has been there for ten minutes after it. */
@Injectable()
export class RunDaily extends RegularWork {
  constructor(
    private readonly run: RunCustomerValues,
    private readonly runs: ValueRuns,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('beginning the run of customer values', EVERY_MS, logger, { firstAfterMs: EVERY_MS });
  }

  protected async round(): Promise<void> {
    const now = this.clock.now();
    const { dailyAtHour } = await this.policies.customerValue(now);
    const hour = new Date(now.getTime() + SHANGHAI_OFFSET_MS).getUTCHours();
    if (hour < dailyAtHour || (await this.runs.hasRunOn(localDateAt(now)))) return;
    try {
      await this.run.start(systemContext('ticket'));
    } catch (error) {
      // Another process was first.
      if (!(error instanceof DomainError) || error.code !== CUSTOMER_VALUE_ERRORS.alreadyRunning) throw error;
    }
  }
}
