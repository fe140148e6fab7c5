import { NoSuchCall, QueueActionRefused, type AgentsCall, type TransferTarget } from '../../queue-node.port';
import { checkSipUser, checkTarget } from '../../queue-order-check';
import type { Scheduler } from '../../scheduler';
import { text } from './packet';
import type { QueueOrders } from './queue-orders';
import type { TalkBook } from './talk-book';
import { CALLER_CONSULT_CONTEXT, CONSULT_CONTEXT, extensionOf, TRANSFER_CONTEXT } from './transfer-target';

/** The two are joined, or a consultation begins or ends, within 2 s and 5 s; milliseconds between two looks. */
const JOIN_LOOKS = 20;
const CONSULT_LOOKS = 50;
const LOOK_MS = 100;

/** Hands callers on. Consultations are dialplan (extensions-queue.conf); here they are begun and cut short. */
export class Transfers {
  constructor(
    private readonly orders: QueueOrders,
    private readonly talks: TalkBook,
    private readonly scheduler: Scheduler,
  ) {}

  async transfer(sipUser: string, target: TransferTarget, mode: 'blind' | 'attended'): Promise<void> {
    checkTarget(target);
    const call = this.talkOf(sipUser);
    if (target.kind === 'agent' && target.sipUser === sipUser) {
      throw new QueueActionRefused('an agent cannot transfer to itself');
    }
    if (mode === 'attended' && target.kind === 'queue') {
      throw new QueueActionRefused('that target cannot be consulted first');
    }
    const consultation = this.talks.consultationOf(call.agentCallId);
    if (consultation === 'now') {
      throw new QueueActionRefused('a consultation goes on: complete it or cancel it first');
    }
    await this.untilJoined(call);
    if (mode === 'attended') return this.consult(call, target);
    await this.orders.setVariable(
      call.callId,
      'TRANSFER_PRIO',
      target.kind === 'queue' ? target.priority : undefined,
    );
    await this.orders.setVariable(
      call.callId,
      'TRANSFER_TRUNK',
      target.kind === 'number' ? target.trunk : undefined,
    );
    if (consultation === 'past') return this.giveOn(call, target);
    await this.orders.ask({
      action: 'BlindTransfer',
      channel: call.agentCallId,
      context: TRANSFER_CONTEXT,
      exten: extensionOf(target),
    });
  }

  /** Back to the caller. */
  async cancel(sipUser: string): Promise<void> {
    const { agentCallId } = this.consultationOf(sipUser);
    await this.orders.ask({
      action: 'Redirect',
      channel: agentCallId,
      context: CONSULT_CONTEXT,
      exten: 'cancel',
      priority: 1,
    });
    await this.until('the agent is back with the caller', () => {
      return this.talks.consultationOf(agentCallId) !== 'now';
    });
  }

  /** The agent leaves: the dialplan joins the caller with who was consulted. */
  async complete(sipUser: string): Promise<void> {
    const { agentCallId } = this.consultationOf(sipUser);
    await this.orders.ask({ action: 'Hangup', channel: agentCallId, cause: 16 });
  }

  /** What the dialplan says at the end of who served; of a transfer by the phone it does not know by itself. */
  nameServingAgent({ callId, sipUser }: AgentsCall): Promise<void> {
    return this.orders.setVariable(callId, 'QUEUE_AGENT', sipUser);
  }

  /** Both legs leave each other at once; an order that came through once is not repeated. */
  private async consult(call: AgentsCall, target: TransferTarget): Promise<void> {
    const { callId, agentCallId, sipUser } = call;
    const before = this.talks.consultationsOf(agentCallId);
    const trunk = target.kind === 'number' ? target.trunk : undefined;
    await this.orders.setVariable(agentCallId, 'CONSULT_CALLER', callId);
    await this.orders.setVariable(agentCallId, 'CONSULT_TRUNK', trunk);
    await this.orders.ask({
      action: 'Redirect',
      channel: agentCallId,
      context: CONSULT_CONTEXT,
      exten: extensionOf(target),
      priority: 1,
      extrachannel: callId,
      extracontext: CALLER_CONSULT_CONTEXT,
      extraexten: 'wait',
      extrapriority: 1,
    });
    await this.until('the consultation begins', () => this.talks.consultationsOf(agentCallId) !== before);
    if (this.talks.consultationsOf(agentCallId) === undefined) throw new NoSuchCall(sipUser);
  }

  /** app_queue would wait for ever for the end of a blind transfer out of a bridge that is not its own. */
  private async giveOn({ callId, agentCallId }: AgentsCall, target: TransferTarget): Promise<void> {
    await this.orders.setVariable(callId, 'SHARED(CONSULT_BY)', agentCallId);
    await this.orders.setVariable(callId, 'SHARED(CONSULT_TO)', extensionOf(target));
    await this.orders.setVariable(callId, 'SHARED(CONSULT_WITH)', '');
    this.talks.gives(agentCallId);
    await this.orders.ask({
      action: 'Redirect',
      channel: callId,
      context: CALLER_CONSULT_CONTEXT,
      exten: 'given',
      priority: 1,
    });
  }

  private consultationOf(sipUser: string): AgentsCall {
    const call = this.talkOf(sipUser);
    if (this.talks.consultationOf(call.agentCallId) === 'now') return call;
    throw new QueueActionRefused('the agent consults nobody');
  }

  private talkOf(sipUser: string): AgentsCall {
    checkSipUser(sipUser);
    this.orders.reach();
    const call = this.talks.ofAgent(sipUser);
    if (call === undefined) throw new NoSuchCall(sipUser);
    return call;
  }

  /** app_queue tells of a talk a moment before the two are joined; a transfer ordered before that would be lost. */
  private async untilJoined({ sipUser, agentCallId }: AgentsCall): Promise<void> {
    for (let look = 0; look < JOIN_LOOKS; look += 1) {
      const [status] = await this.orders.list({ action: 'Status', channel: agentCallId }, 'StatusComplete');
      if (status !== undefined && text(status, 'bridgeid') !== '') return;
      await this.pause();
    }
    throw new NoSuchCall(sipUser);
  }

  /** @throws QueueNodeUnreachable when the PBX took the order and nothing came of it */
  private async until(what: string, holds: () => boolean): Promise<void> {
    for (let look = 0; look < CONSULT_LOOKS; look += 1) {
      if (holds()) return;
      await this.pause();
    }
    throw this.orders.unreachable(true, new Error(`it was not told that ${what}`));
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => this.scheduler.after(LOOK_MS, resolve));
  }
}
