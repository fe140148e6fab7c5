import { Inject, Injectable } from '@nestjs/common';
import { ClockEscalated, type ClockEscalatedPayload, type RequestContext } from '@switchyard/contracts';
import {
  CLOCK,
  type Clock,
  Logger,
  MetricsRegistry,
  Outbox,
  systemContext,
  UnitOfWork,
} from '@switchyard/platform';
import { Notifications } from '../../notification/notifications.port';
import { ClockRules } from '../clock-rules';
import { escalationNotices, recipientsOf } from '../escalation-notice';
import { fireDue } from '../reconcile-clocks';
import { type StoredAlarm, type StoredClock, StoredClocks } from '../stored-clocks.port';

const ASIDE_MS = 60_000;

export interface Sweep {
  /** Clocks that were looked at; as many as were asked for when there may be more. */
  readonly clocks: number;
  readonly fired: number;
}

interface Fired {
  readonly clock: StoredClock;
  readonly alarm: StoredAlarm;
}

/**
 * Tells the levels whose time has come, and records what is late. A clock is in the hands of one sweep at a time and all
 * of its levels go with it, so that several processes may sweep at once and after downtime each level is told once, in
 * order: level, notification and event are written in one transaction.
 */
@Injectable()
export class SweepClocks {
  private readonly log: Logger;

  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly metrics: MetricsRegistry,
    logger: Logger,
  ) {
    this.log = logger.named('SweepClocks');
  }

  /**
   * A clock that cannot be told is set aside for a minute, and holds up no other.
   * @param limit most clocks of one transaction, 1 to 1000
   */
  async execute(limit: number, context: RequestContext = systemContext('ticket')): Promise<Sweep> {
    const sweep = await this.together(limit, context).catch((error: unknown) => {
      this.log.error('a batch of time limits failed; each is swept by itself', { err: error });
      return this.oneByOne(limit, context);
    });
    if (sweep.fired > 0) this.told.inc(sweep.fired);
    return sweep;
  }

  private together(limit: number, context: RequestContext): Promise<Sweep> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      return this.fire(await this.clocks.lockDue(now, limit), now, context);
    });
  }

  private async oneByOne(limit: number, context: RequestContext): Promise<Sweep> {
    const ids = await this.clocks.due(this.clock.now(), limit);
    let fired = 0;
    for (const id of ids) {
      try {
        fired += (await this.work.inTransaction(() => this.one(id, context))).fired;
      } catch (error) {
        this.log.error(`time limit ${id} failed; it is set aside for a minute`, { err: error, clockId: id });
        this.failed.inc();
        await this.clocks.setAside(id, new Date(this.clock.now().getTime() + ASIDE_MS));
      }
    }
    return { clocks: ids.length, fired };
  }

  private async one(id: string, context: RequestContext): Promise<Sweep> {
    const now = this.clock.now();
    const clock = await this.clocks.lockOneDue(id, now);
    return this.fire(clock ? [clock] : [], now, context);
  }

  private async fire(due: readonly StoredClock[], now: Date, context: RequestContext): Promise<Sweep> {
    if (due.length === 0) return { clocks: 0, fired: 0 };
    const outcomes = due.map((clock) => fireDue(clock, now));
    const fired = outcomes.flatMap(({ clock, fired: alarms }) => alarms.map((alarm) => ({ clock, alarm })));
    await this.clocks.save(
      outcomes.map(({ clock }) => clock),
      outcomes.flatMap(({ facts }) => facts),
    );
    await this.tell(fired, now, context);
    return { clocks: due.length, fired: fired.length };
  }

  private async tell(fired: readonly Fired[], now: Date, context: RequestContext): Promise<void> {
    if (fired.length === 0) return;
    const { policies } = await this.rules.current();
    const names = new Map(policies.map((policy) => [`${policy.id} ${policy.version}`, policy]));
    const notices = fired.flatMap(({ clock, alarm }) =>
      escalationNotices(clock, alarm, names.get(`${clock.policyId} ${clock.policyVersion}`), now),
    );
    await this.notifications.add(notices);
    await this.outbox.appendAll(ClockEscalated, fired.map(toPayload), context);
  }

  private get failed() {
    const help = 'Time limits that a sweep could not tell, and set aside for a minute';
    return this.metrics.counter({ name: 'service_clock_sweep_failures_total', help });
  }

  private get told() {
    const help = 'Levels of time limits that were told to somebody';
    return this.metrics.counter({ name: 'service_clock_escalations_total', help });
  }
}

function toPayload({ clock, alarm }: Fired): ClockEscalatedPayload {
  const { id, subject, subjectId, stage, owner, cycle, limit, policyId, dueAt } = clock;
  if (!alarm.at) throw new Error(`level ${alarm.level} of clock ${id} fired without a time`);
  return {
    clockId: id,
    subject,
    number: subjectId,
    stage,
    owner,
    cycle,
    limit,
    policyId,
    level: alarm.level,
    at: alarm.at.toISOString(),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    recipients: recipientsOf(clock, alarm),
  };
}
