import { Injectable } from '@nestjs/common';
import { type AgentQueueEvent, QUEUE_NAMES, type QueueCallEvent, type QueueName } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import type { QueueEvent, TransferTarget } from '../../telephony/queue-node.port';
import { Desks } from '../presence/desks';
import { Presences } from '../presence/presences.port';
import { Stays } from '../queue-calls/stays.port';
import { ReconcileNode } from './reconcile-node.use-case';

type EventOf<Type extends QueueEvent['type']> = Extract<QueueEvent, { type: Type }>;

/** What an event of a PBX's queues means for agents and waiting callers. */
@Injectable()
export class TakeQueueEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desks: Desks,
    private readonly presences: Presences,
    private readonly stays: Stays,
    private readonly reconcile: ReconcileNode,
  ) {}

  /** Takes one event in one transaction; those of one node one after another, in their order. */
  async execute(node: string, event: QueueEvent): Promise<void> {
    await this.unitOfWork.inTransaction(() => this.take(node, event));
  }

  private async take(node: string, event: QueueEvent): Promise<void> {
    switch (event.type) {
      case 'caller-joined':
        return this.tell(node, event, { kind: 'joined' });
      case 'caller-abandoned':
        return this.tell(node, event, { kind: 'abandoned', waitedSeconds: event.waitedSeconds });
      case 'caller-left':
        return this.tell(node, event, {
          kind: 'left',
          outcome: event.reason === 'served' ? 'answered' : event.reason,
        });
      case 'agent-called':
        return this.move(node, event, { kind: 'called', callId: event.callId, queue: event.queue });
      case 'ring-ended':
        return this.move(node, event, { kind: 'ring-ended', callId: event.callId, missed: false });
      case 'ring-no-answer':
        return this.missedRing(node, event);
      case 'agent-connected':
        return this.connected(node, event);
      case 'agent-completed':
        return this.completed(node, event);
      case 'transferred':
        return this.tell(node, event, { kind: 'transferred', to: describe(event.target), by: event.from });
      case 'transfer-answered':
        await this.tell(node, event, { kind: 'taken-over', sipUser: event.sipUser });
        return this.move(node, event, { kind: 'connected', callId: event.callId, queue: event.queue });
      case 'transfer-completed':
        await this.tell(node, event, {
          kind: 'talk-ended',
          sipUser: event.sipUser,
          holdSeconds: event.holdSeconds,
          holdUnknown: event.holdUnknown,
        });
        return this.move(node, event, { kind: 'completed', callId: event.callId });
      case 'phone-registered':
      case 'phone-unregistered':
        return this.presences.notePhone(node, event.sipUser, event.type === 'phone-registered');
      case 'snapshot':
        return this.reconcile.execute(node, event);
      case 'held':
      case 'resumed':
      case 'member-state':
      case 'member-removed':
      case 'queue-node-state':
        return;
    }
  }

  private async missedRing(node: string, event: EventOf<'ring-no-answer'>): Promise<void> {
    const queue = queueName(event.queue);
    if (queue) await this.stays.noteMissedRing({ node, callId: event.callId, queue });
    await this.move(node, event, { kind: 'ring-ended', callId: event.callId, missed: true });
  }

  private async connected(node: string, event: EventOf<'agent-connected'>): Promise<void> {
    const { sipUser, waitedSeconds, ringSeconds } = event;
    await this.tell(node, event, { kind: 'connected', sipUser, waitedSeconds, ringSeconds });
    await this.stays.noteWithAgent(event.callId);
    await this.move(node, event, { kind: 'connected', callId: event.callId, queue: event.queue });
  }

  private async completed(node: string, event: EventOf<'agent-completed'>): Promise<void> {
    const { sipUser, waitedSeconds, talkSeconds, holdSeconds, holdUnknown } = event;
    const talked = { sipUser, waitedSeconds, talkSeconds, holdSeconds, holdUnknown };
    await this.tell(node, event, { kind: 'completed', ...talked });
    await this.move(node, event, { kind: 'completed', callId: event.callId });
  }

  /** A queue that is none of ours is nobody's stay. */
  private async tell(
    node: string,
    event: { readonly callId: string; readonly queue: string; readonly at: number },
    told: DistributiveOmit<QueueCallEvent, 'at'>,
  ): Promise<void> {
    const queue = queueName(event.queue);
    if (!queue) return;
    await this.stays.tell({ node, callId: event.callId, queue }, { ...told, at: new Date(event.at) });
  }

  private move(
    node: string,
    event: { readonly type: string; readonly sipUser: string; readonly at: number },
    move: AgentQueueEvent,
  ): Promise<void> {
    return this.desks.handle({ sipUser: event.sipUser, node, event: move, at: event.at, cause: event.type });
  }
}

type DistributiveOmit<Type, Key extends PropertyKey> = Type extends unknown ? Omit<Type, Key> : never;

function queueName(name: string): QueueName | undefined {
  return QUEUE_NAMES.find((known) => known === name);
}

/** Never the number itself: it may be a customer's. */
function describe(target: TransferTarget): string {
  switch (target.kind) {
    case 'agent':
      return `agent:${target.sipUser}`;
    case 'queue':
      return `queue:${target.queue}`;
    case 'number':
      return 'number';
  }
}
