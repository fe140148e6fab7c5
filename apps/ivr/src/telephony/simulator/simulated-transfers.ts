import { NoSuchCall, QueueActionRefused, type AgentsCall, type TransferTarget } from '../queue-node.port';
import { checkSipUser, checkTarget } from '../queue-order-check';
import type { Scheduler } from '../scheduler';
import { SimulatedConsultations, type Given } from './simulated-consultations';
import type { SimulatedFloor } from './simulated-floor';
import type { SimulatedWaiting, TellQueueEvent } from './simulated-phone';
import type { SimulatedTalk, SimulatedTalks } from './simulated-talks';

/** As in deploy/asterisk/conf/extensions-queue.conf: milliseconds, priority, seconds. */
const TRANSFER_RING = 12_000;
const TRANSFERRED = 1_000;
const MAX_WAIT = 900;

export interface TransfersParts {
  readonly scheduler: Scheduler;
  readonly floor: SimulatedFloor;
  readonly talks: SimulatedTalks;
  readonly tell: TellQueueEvent;
  readonly newLeg: () => string;
  readonly join: (order: SimulatedWaiting) => void;
  readonly served: (call: AgentsCall) => void;
  /** An agent is free again in a moment. */
  readonly agentLeaves: () => void;
}

/** Callers who are handed on, at once or after a consultation. */
export class SimulatedTransfers {
  private readonly consultations: SimulatedConsultations;

  constructor(private readonly parts: TransfersParts) {
    this.consultations = new SimulatedConsultations({
      ...parts,
      onGiven: (talk, given) => this.taken(talk, given),
    });
  }

  /** @throws as QueueNode.transfer */
  transfer(sipUser: string, target: TransferTarget, mode: 'blind' | 'attended'): void {
    checkTarget(target);
    if (target.kind === 'agent' && target.sipUser === sipUser) {
      throw new QueueActionRefused('an agent cannot transfer to itself');
    }
    if (mode === 'attended' && target.kind === 'queue') {
      throw new QueueActionRefused('that target cannot be consulted first');
    }
    const talk = this.talkOf(sipUser);
    if (this.consultations.has(talk)) {
      throw new QueueActionRefused('a consultation goes on: complete it or cancel it first');
    }
    if (mode === 'attended' && target.kind !== 'queue') return this.consultations.begin(talk, target);
    this.parts.talks.end(talk, 'transfer');
    this.give(talk.call, target);
  }

  /** @throws as QueueNode.cancelTransfer */
  cancel(sipUser: string): void {
    this.consultations.cancel(this.consultingTalkOf(sipUser));
  }

  /** @throws as QueueNode.completeTransfer */
  complete(sipUser: string): void {
    this.consultations.complete(this.consultingTalkOf(sipUser));
  }

  /** False when the agent consults nobody. */
  agentHangsUp(talk: SimulatedTalk): boolean {
    if (!this.consultations.has(talk)) return false;
    this.consultations.complete(talk);
    return true;
  }

  callerIsGone(talk: SimulatedTalk): void {
    this.consultations.callerIsGone(talk);
  }

  private give(call: AgentsCall, target: TransferTarget): void {
    const { callId, queue, sipUser } = call;
    this.parts.tell({ type: 'transferred', callId, queue, from: sipUser, target, mode: 'blind' });
    switch (target.kind) {
      case 'agent':
        return this.ring(callId, queue, target.sipUser);
      case 'queue':
        return this.rejoin(callId, target.queue, target.priority);
      case 'number':
        return this.parts.served(call);
    }
  }

  /** A consultation is complete; nobody has answered yet: as after a blind transfer. */
  private taken({ call }: SimulatedTalk, { target, answered, leg, restMs }: Given): void {
    if (!answered) return this.give(call, target);
    const { callId, queue, sipUser } = call;
    this.parts.tell({ type: 'transferred', callId, queue, from: sipUser, target, mode: 'attended' });
    if (target.kind === 'number' || leg === undefined) return this.parts.served(call);
    this.answer({ callId, queue, sipUser: target.sipUser, agentCallId: leg }, restMs);
    this.parts.agentLeaves();
  }

  private ring(callId: string, queue: string, sipUser: string): void {
    const { floor, scheduler, newLeg } = this.parts;
    const manner = floor.mannerOf(sipUser);
    const { answerAfterMs = 1_000, declines = false } = manner ?? {};
    const answers = floor.isIdle(sipUser) && !declines && answerAfterMs < TRANSFER_RING;
    if (answers) floor.setPhone(sipUser, 'ringing');
    const ringMs = answers ? answerAfterMs : manner === undefined || declines ? 0 : TRANSFER_RING;
    scheduler.after(ringMs, () => {
      if (!answers) return this.rejoin(callId, queue);
      this.answer({ callId, queue, sipUser, agentCallId: newLeg() });
    });
    this.parts.agentLeaves();
  }

  private answer(call: AgentsCall, restMs?: number): void {
    this.parts.tell({ type: 'transfer-answered', ...call });
    this.parts.talks.begin(call, undefined, restMs);
  }

  private rejoin(callId: string, queue: string, priority = TRANSFERRED): void {
    this.parts.join({ callId, queue, priority, maxWaitSeconds: MAX_WAIT });
    this.parts.agentLeaves();
  }

  private consultingTalkOf(sipUser: string): SimulatedTalk {
    const talk = this.talkOf(sipUser);
    if (this.consultations.has(talk)) return talk;
    throw new QueueActionRefused('the agent consults nobody');
  }

  private talkOf(sipUser: string): SimulatedTalk {
    checkSipUser(sipUser);
    const talk = this.parts.talks.ofAgent(sipUser);
    if (talk === undefined) throw new NoSuchCall(sipUser);
    return talk;
  }
}
