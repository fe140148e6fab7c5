import type { Clock, Logger } from '@switchyard/platform';
import type { CallRecord, CallRecords } from '../../telephony/call-records';
import type { TelephonyNode } from '../../telephony/telephony.port';
import type { CallsAtWork } from '../calls-at-work';
import type { Conductor, EndedCall } from '../conduct-call/conductor';
import type { ContactBalances } from '../conduct-call/contact-balances';
import type { NoticeSpeaker } from '../conduct-call/notice-speaker';
import { LEASE, type NodeKeeper } from '../hold-nodes/node-keeper';
import type { NodeLease } from '../hold-nodes/node-leases.port';
import type { PlaceCalls } from '../place-calls/place-calls.use-case';
import type { DialingRules } from '../policy/dialing-rules';
import type { SettleQueue } from '../settle-calls/settle-queue';
import type { LostCall, LostCalls } from './lost-calls.port';
import { judgeLostCall, type LostCallVerdict } from './judge-lost-call';

/** Calls taken over in one round. */
const ROUND = 200;

/**
 * Finds out what became of calls that nobody follows: of a process that died, or that ended while the link to the
 * PBX was down (T3.2, T3.3). Nothing is guessed: live calls are adopted, ended ones settled from the PBX's records;
 * what leaves no trace counts as an attempt with outcome unknown.
 */
export class RecoverCalls {
  /** Calls that this process followed until it lost sight of them, with what it knows. */
  private readonly lostFromSight = new Map<string, EndedCall>();

  constructor(
    private readonly keeper: NodeKeeper,
    private readonly lostCalls: LostCalls,
    private readonly records: CallRecords,
    private readonly conductor: Conductor,
    private readonly speaker: NoticeSpeaker,
    private readonly balances: ContactBalances,
    private readonly placeCalls: PlaceCalls,
    private readonly atWork: CallsAtWork,
    private readonly settleQueue: SettleQueue,
    private readonly rules: DialingRules,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** The conductor has lost sight of this call. */
  lost(ended: EndedCall): void {
    this.lostFromSight.set(ended.held.id, ended);
  }

  /** Calls that are followed, but that the node does not know any more: their end was missed (T3.3). */
  async resynchronise(node: TelephonyNode): Promise<void> {
    const followed = this.conductor.followedOn(node);
    const live = new Set((await node.liveCalls()).map((call) => call.callId));
    for (const callId of followed) if (!live.has(callId)) this.conductor.lose(callId);
  }

  async execute(node: TelephonyNode, lease: NodeLease): Promise<void> {
    const lost = await this.lostCalls.takeOver({
      node: node.name,
      holder: this.keeper.holder,
      fence: lease.fence,
      leaseSeconds: LEASE.seconds,
      inHand: this.atWork.on(node).filter((id) => !this.lostFromSight.has(id)),
      limit: ROUND,
    });
    if (lost.length === 0) return;
    lost.forEach((call) => this.atWork.add(node, call));
    const live = new Map((await node.liveCalls()).map((call) => [call.callId, call]));
    const records = await this.records.find(lost.map((call) => call.id));
    for (const call of lost) {
      await this.recoverOne(
        node,
        call,
        judgeLostCall({
          call,
          live: live.get(call.id),
          record: records.get(call.id),
          seen: this.lostFromSight.get(call.id),
          now: this.clock.now(),
        }),
      );
    }
  }

  /** One call's trouble must not stop the others (T3.4); it comes again in the next round. */
  private async recoverOne(node: TelephonyNode, call: LostCall, verdict: LostCallVerdict): Promise<void> {
    try {
      this.logger.debug('recovering a call', { callId: call.id, verdict: verdict.type });
      await this.act(node, call, verdict);
      if (verdict.type === 'wait' || verdict.type === 'hang-up') this.atWork.remove(call.id);
    } catch (error) {
      this.atWork.remove(call.id);
      this.logger.error('a call could not be recovered', { callId: call.id, err: error });
    }
  }

  private async act(node: TelephonyNode, call: LostCall, verdict: LostCallVerdict): Promise<void> {
    switch (verdict.type) {
      case 'wait':
        return;
      case 'withdraw':
        return this.placeCalls.withdraw([call], 'new', 0);
      case 'adopt':
        return this.adopt(node, call, verdict.answered);
      case 'hang-up':
        return node.hangUp(call.id);
      case 'settle':
        return this.settle(call, verdict);
    }
  }

  private async adopt(node: TelephonyNode, call: LostCall, answered: boolean): Promise<void> {
    const held = await this.balances.refresh(call);
    if (!held) return node.hangUp(call.id);
    const policy = this.rules.policy(call.batch.policyName, this.clock.now());
    this.conductor.follow(node, held, await this.speaker.speak(held), policy.dialogue);
    if (answered)
      this.conductor.handle({ type: 'answered', callId: call.id, at: this.clock.now().getTime() });
  }

  private async settle(call: LostCall, verdict: Extract<LostCallVerdict, { type: 'settle' }>): Promise<void> {
    const seen = this.lostFromSight.get(call.id);
    const ended = seen ?? (await this.fromRows(call));
    this.lostFromSight.delete(call.id);
    this.settleQueue.add({ ...verdict, ended: withRecord(ended, call, verdict.record) });
  }

  private async fromRows(call: LostCall): Promise<EndedCall> {
    return {
      held: call,
      notice: await this.speaker.speak(call),
      facts: { answered: call.answeredAt !== null, heardMs: 0, keys: [], hungUpBy: 'unknown' },
      answeredAt: call.answeredAt,
      endedAt: this.clock.now(),
      cause: null,
      spokenText: null,
      audioHash: null,
    };
  }
}

/** The PBX plays on by itself: a notice that had begun was heard until the call ended, or until it was over. */
function withRecord(ended: EndedCall, call: LostCall, record: CallRecord | undefined): EndedCall {
  if (!record) return ended;
  const heardMs = call.noticeStartedAt
    ? Math.max(0, record.endedAt.getTime() - call.noticeStartedAt.getTime())
    : 0;
  return {
    ...ended,
    cause: record.cause,
    endedAt: record.endedAt,
    answeredAt: record.answeredAt ?? ended.answeredAt,
    facts: {
      ...ended.facts,
      answered: record.answeredAt !== undefined || ended.facts.answered,
      heardMs: Math.max(ended.facts.heardMs, heardMs),
    },
  };
}
