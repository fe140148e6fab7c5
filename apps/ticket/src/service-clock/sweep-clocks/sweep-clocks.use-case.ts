import { Inject, Injectable } from '@nestjs/common';
import { ClockEscalated, type ClockEscalatedPayload, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, MetricsRegistry, Outbox, systemContext, UnitOfWork } from '@switchyard/platform';
import { Notifications } from '../../notification/notifications.port';
import { ClockRules } from '../clock-rules';
import { escalationNotices, recipientsOf } from '../escalation-notice';
import { fireDue } from '../reconcile-clocks';
import { type StoredAlarm, type StoredClock, StoredClocks } from '../stored-clocks.port';

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
  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly metrics: MetricsRegistry,
  ) {}

  /** @param limit most clocks of one transaction, 1 to 1000 */
  async execute(limit: number, context: RequestContext = systemContext('ticket')): Promise<Sweep> {
    const sweep = await this.work.inTransaction(async () => {
      const now = this.clock.now();
      const due = await this.clocks.lockDue(now, limit);
      if (due.length === 0) return { clocks: 0, fired: 0 };
      const outcomes = due.map((clock) => fireDue(clock, now));
      const fired = outcomes.flatMap(({ clock, fired: alarms }) => alarms.map((alarm) => ({ clock, alarm })));
      await this.clocks.save(
        outcomes.map(({ clock }) => clock),
        outcomes.flatMap(({ facts }) => facts),
      );
      await this.tell(fired, now, context);
      return { clocks: due.length, fired: fired.length };
    });
    if (sweep.fired > 0) this.told.inc(sweep.fired);
    return sweep;
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

  private get told() {
    const help = 'Levels of time limits that were told to somebody';
    return this.metrics.counter({ name: 'service_clock_escalations_total', help });
  }
}

function toPayload({ clock, alarm }: Fired): ClockEscalatedPayload {
  const { id, subject, subjectId, stage, owner, cycle, limit, policyId, dueAt } = clock;
  if (!alarm.at) throw new Error(`level ${alarm.level} of clock ${id} fired without a time`);
  return {
    ...{ clockId: id, subject, number: subjectId, stage, owner, cycle, limit, policyId, level: alarm.level },
    at: alarm.at.toISOString(),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    recipients: recipientsOf(clock, alarm),
  };
}
