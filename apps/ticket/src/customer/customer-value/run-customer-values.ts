import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CUSTOMER_VALUE_ERRORS, type RequestContext } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Logger, ShutdownHooks } from '@switchyard/platform';
import { ReckonCustomers } from './reckon-customers';
import { type ValueRun, ValueRuns } from './value-runs.port';

/** Longer than any batch takes. */
const LEASE_SECONDS = 120;

/** Reckons everybody, a batch at a time, in the background; a stop ends it between two batches. */
@Injectable()
export class RunCustomerValues {
  private readonly logger: Logger;
  private working: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly runs: ValueRuns,
    private readonly reckon: ReckonCustomers,
    @Inject(CLOCK) private readonly clock: Clock,
    shutdown: ShutdownHooks,
    logger: Logger,
  ) {
    this.logger = logger.named('CustomerValues');
    shutdown.add('customer values', () => this.stop());
  }

  /** Begins a run. @throws DomainError `customer-value.already-running` */
  async start(context: RequestContext): Promise<ValueRun> {
    const startedAt = this.clock.now();
    const run: ValueRun = {
      runId: randomUUID(),
      state: 'running',
      day: localDateAt(startedAt),
      startedBy: context.actor.id,
      startedAt,
      accounts: 0,
      changed: 0,
    };
    if (!(await this.runs.begin(run, LEASE_SECONDS))) {
      const running = await this.runs.running();
      throw new DomainError(
        CUSTOMER_VALUE_ERRORS.alreadyRunning,
        'A run is under way; wait until it has ended.',
        { runId: running?.runId },
      );
    }
    this.working = this.work(run, context);
    return run;
  }

  private async stop(): Promise<void> {
    this.stopping = true;
    await this.working;
  }

  /** Never rejects: how it ended is kept with the run. */
  private async work(run: ValueRun, context: RequestContext): Promise<void> {
    const { runId } = run;
    try {
      const ended = await this.batches(runId, context);
      await this.runs.end(runId, ended ? 'completed' : 'interrupted', this.clock.now());
    } catch (error) {
      this.logger.error('reckoning customer values failed', { err: error, fields: { runId } });
      await this.runs.end(runId, 'failed', this.clock.now()).catch((again: unknown) => {
        // The lease ends it, then.
        this.logger.error('the end of the run was not stored', { err: again, fields: { runId } });
      });
    }
  }

  /** False when it was stopped, or taken for dead, before the last account. */
  private async batches(runId: string, context: RequestContext): Promise<boolean> {
    for (let after = ''; !this.stopping;) {
      const { accounts, changed, last } = await this.reckon.batch(after, context);
      if (!(await this.runs.advance(runId, { accounts, changed }, this.clock.now(), LEASE_SECONDS)))
        return false;
      if (last === undefined) return true;
      after = last;
    }
    return false;
  }
}
