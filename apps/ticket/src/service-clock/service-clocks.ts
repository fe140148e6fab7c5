import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { type ClockEvent, clocksOf } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Areas } from '../area/areas.port';
import { WorkOrderJournal } from '../work-order/work-order-journal';
import { WorkOrders, type WorkOrder } from '../work-order/work-orders.port';
import { ClockRules } from './clock-rules';
import { reconcileClocks } from './reconcile-clocks';
import { RecordedSubjects, type SubjectHistory } from './recorded-subjects.port';
import { type StoredClock, StoredClocks, type SubjectReference } from './stored-clocks.port';
import { clockEventsOf, factsOf } from './work-order-facts';

/** Something of a subject without a journal of its own: all of its facts, and what has happened now. */
export interface SubjectNews extends SubjectReference, SubjectHistory {
  readonly subject: 'outage' | 'notice-data';
}

/** Time limits, reckoned from what has happened (§3). Every reckoning is of the whole history, so that it can be repeated. */
@Injectable()
export class ServiceClocks {
  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly recorded: RecordedSubjects,
    private readonly areas: Areas,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records what happened to an outage, or to data of which customers are told, and reckons its clocks (L24–L29). Joins
   * an open transaction.
   */
  record({ subject, id, facts, events }: SubjectNews, { actor }: RequestContext): Promise<void> {
    return this.work.inTransaction(async () => {
      await this.recorded.append({ subject, id }, { facts, events }, actor.id, this.clock.now());
      await this.reckonRecorded({ subject, id });
    });
  }

  /** Reckons a subject's clocks anew, by the rules as they are now. What does not exist (any more) is left alone. */
  reckon(subject: SubjectReference): Promise<void> {
    return this.work.inTransaction(async () => {
      if (subject.subject !== 'work-order') return this.reckonRecorded(subject);
      // The same order of locks as that of a change: the work order, then its clocks.
      const workOrder = await this.workOrders.lock(subject.id);
      if (workOrder) await this.reckonWorkOrder(workOrder);
    });
  }

  /** To be called in the transaction that has locked the work order. */
  async reckonWorkOrder(workOrder: WorkOrder): Promise<void> {
    const { number, areaCode } = workOrder;
    const area = areaCode === undefined ? undefined : await this.areas.find(areaCode);
    const events = clockEventsOf(await this.journal.history(number));
    const subject: SubjectReference = { subject: 'work-order', id: number };
    const clocks = await this.store(subject, { facts: factsOf(workOrder, area), events });
    await this.workOrders.setNextDue(number, nearestDue(clocks));
  }

  private async reckonRecorded(subject: SubjectReference): Promise<void> {
    const history = await this.recorded.find(subject);
    if (!history) return;
    const { facts, events } = history;
    // Told by another service, whose events may come in another order than they happened in.
    const told = subject.subject === 'notice-data' ? [...events].sort(byTime) : events;
    await this.store(subject, { facts, events: told });
  }

  private async store(
    subject: SubjectReference,
    { facts, events }: SubjectHistory,
  ): Promise<readonly StoredClock[]> {
    const { policies, calendar, basis } = await this.rules.current();
    const stored = await this.clocks.lockOf(subject);
    const clocks = clocksOf({ subject: subject.subject, facts }, events, policies, calendar);
    const reckoning = { subject, facts, clocks, basis, now: this.clock.now(), newId: randomUUID };
    const changes = reconcileClocks(stored, reckoning);
    await this.clocks.save(changes.clocks, changes.facts);
    return changes.clocks;
  }
}

const byTime = (first: ClockEvent, second: ClockEvent): number => first.at.getTime() - second.at.getTime();

/** The nearest due date of a clock that is not over. */
export function nearestDue(clocks: readonly StoredClock[]): Date | undefined {
  const open = clocks.filter(({ state }) => state === 'running' || state === 'paused');
  const dates = open.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []));
  return dates.length === 0 ? undefined : new Date(Math.min(...dates));
}
