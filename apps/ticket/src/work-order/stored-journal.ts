import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, WorkOrderChanged } from '@switchyard/contracts';
import { CHAIN_START, evolve, hashOf, isFinalStage, type NewWorkOrderEvent } from '@switchyard/domain';
import { CLOCK, type Clock, Outbox, UnitOfWork } from '@switchyard/platform';
import { KindDefinitions } from './kinds/kind-definitions';
import { assertUnchanged, notAllowed, workOrderNotFound } from './work-order-errors';
import { WorkOrderEvents } from './work-order-events.port';
import { type AppendOptions, type WorkOrderEvent, WorkOrderJournal } from './work-order-journal';
import { WorkOrderReactions } from './work-order-reactions';
import { WorkOrders, type WorkOrder } from './work-orders.port';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

@Injectable()
export class StoredJournal extends WorkOrderJournal {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly events: WorkOrderEvents,
    private readonly definitions: KindDefinitions,
    private readonly reactions: WorkOrderReactions,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  append(
    number: string,
    events: readonly NewWorkOrderEvent[],
    context: RequestContext,
    { expectedSeq, reference, facts }: AppendOptions = {},
  ): Promise<WorkOrder> {
    return this.work.inTransaction(async () => {
      const workOrder = await this.workOrders.lock(number);
      if (!workOrder) throw workOrderNotFound(number);
      assertUnchanged(workOrder, expectedSeq);
      let changed: WorkOrder = { ...workOrder, ...facts };
      const written: WorkOrderEvent[] = [];
      for (const event of events) {
        const named = written.length === 0 ? reference : undefined;
        const next = await this.next(changed, event, context, named);
        changed = next.workOrder;
        written.push(next.event);
      }
      if (written.length === 0) return workOrder;
      await this.workOrders.save(changed);
      return this.write(changed, written, context);
    });
  }

  history(number: string): Promise<readonly WorkOrderEvent[]> {
    return this.events.of(number);
  }

  /**
   * Begins a history: gives `store` the work order with its first event counted. What `store` refuses (false) is not
   * written. To be called in a transaction.
   */
  async begin(
    workOrder: WorkOrder,
    data: Readonly<Record<string, unknown>>,
    context: RequestContext,
    store: (workOrder: WorkOrder) => Promise<boolean>,
  ): Promise<WorkOrder | undefined> {
    const event = chained(workOrder, 'opened', data, workOrder.openedAt, context);
    const begun = { ...workOrder, seq: event.seq, headHash: event.hash };
    if (!(await store(begun))) return undefined;
    return this.write(begun, [event], context);
  }

  private async next(
    workOrder: WorkOrder,
    event: NewWorkOrderEvent,
    context: RequestContext,
    requestReference: string | undefined,
  ) {
    const definition = await this.definitions.get(workOrder.kind, workOrder.kindVersion);
    const at = this.notBefore(workOrder.updatedAt);
    const evolved = evolve(definition, workOrder, event, at);
    if (!evolved.ok) throw notAllowed(workOrder.number, evolved.refusal);
    const { state } = evolved;
    const after: WorkOrder = {
      ...workOrder,
      ...state,
      status: isFinalStage(definition, state.stage) ? 'closed' : 'open',
      updatedAt: at,
    };
    const data = { ...event.data, requestReference };
    const written = chained(after, event.type, data, at, context);
    return { workOrder: { ...after, seq: written.seq, headHash: written.hash }, event: written };
  }

  /** Answers with the work order as the reactions left it. */
  private async write(
    workOrder: WorkOrder,
    events: readonly WorkOrderEvent[],
    context: RequestContext,
  ): Promise<WorkOrder> {
    await this.events.add(events);
    await this.outbox.appendAll(
      WorkOrderChanged,
      events.map(({ type, seq, at, owner }) => ({
        ...(workOrder.assignee !== undefined && { assignee: workOrder.assignee }),
        ...(workOrder.channel !== undefined && { channel: workOrder.channel }),
        number: workOrder.number,
        kind: workOrder.kind,
        status: workOrder.status,
        stage: workOrder.stage,
        owner,
        eventType: type,
        seq,
        at: at.toISOString(),
      })),
      context,
    );
    await this.reactions.after(workOrder, events, context);
    return (await this.workOrders.find(workOrder.number)) ?? workOrder;
  }

  /** A history never runs backwards, even when clocks of two machines differ. */
  private notBefore(earlier: Date): Date {
    const now = this.clock.now();
    return now < earlier ? earlier : now;
  }
}

/** The event that follows the newest of a work order. */
function chained(
  { number, seq, headHash, owner }: WorkOrder,
  type: WorkOrderEvent['type'],
  data: Readonly<Record<string, unknown>>,
  at: Date,
  { actor }: RequestContext,
): WorkOrderEvent {
  const stored = JSON.parse(JSON.stringify(data)) as Readonly<Record<string, unknown>>;
  const event = {
    number,
    seq: seq + 1,
    type,
    at,
    actorId: actor.id,
    owner,
    data: stored,
    prevHash: seq === 0 ? CHAIN_START : headHash,
  };
  return { ...event, hash: hashOf(event, sha256) };
}
