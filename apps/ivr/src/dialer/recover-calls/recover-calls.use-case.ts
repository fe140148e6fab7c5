import type { Clock, Logger } from '@switchyard/platform';
import type { CallRecord, CallRecords } from '../../telephony/call-records';
import type { LiveCall, TelephonyNode } from '../../telephony/telephony.port';
import type { CallsAtWork } from '../calls-at-work';
import type { EndedCall } from '../conduct-call/call-in-hand';
import type { Conductor } from '../conduct-call/conductor';
import type { ContactBalances } from '../conduct-call/contact-balances';
import type { NoticeSpeaker } from '../conduct-call/notice-speaker';
import { NOTHING_SPOKEN, type SpokenNotice } from '../conduct-call/spoken-notice';
import type { NodeKeeper } from '../hold-nodes/node-keeper';
import type { NodeLease } from '../hold-nodes/node-leases.port';
import type { PlaceCalls } from '../place-calls/place-calls.use-case';
import type { DialingRules } from '../policy/dialing-rules';
import type { SettleQueue } from '../settle-calls/settle-queue';
import type { LostCall, LostCalls } from './lost-calls.port';
import { judgeLostCall, type LostCallVerdict } from './judge-lost-call';

/** Calls taken over in one round. */
const ROUND = 200;
/** Seconds after which a call that could not be recovered in one round comes up again. */
const ROUND_LEASE = 5;
/** Milliseconds that a call is given to appear in the PBX, or in our rows, before its absence means anything. */
const SETTLING_IN = 15_000;

/**
 * Finds out what became of calls that nobody follows: of a process that died, or that ended while the link to the
 * PBX was down (T3.2, T3.3). Nothing is guessed: live calls are adopted, ended ones settled from the PBX's records;
 * what leaves no trace counts as an attempt with outcome unknown.
 */
export class RecoverCalls {
  /** Calls that this process followed until it lost sight of them, with what it knows. */
  private readonly lostFromSight = new Map<string, { readonly node: string; readonly ended: EndedCall }>();

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
    this.lostFromSight.set(ended.held.id, { node: ended.held.node, ended });
  }

  /** The node's calls are another process's matter now. */
  dropAll(node: TelephonyNode): void {
    for (const [id, lost] of this.lostFromSight) if (lost.node === node.name) this.lostFromSight.delete(id);
  }

  /**
   * Compares what is followed with what lives (T3.3): an end that was missed is looked up, an answer that was missed
   * is made good, and a call that nobody knows is hung up.
   */
  async resynchronise(node: TelephonyNode): Promise<void> {
    const followed = this.conductor.followedOn(node, SETTLING_IN);
    const live = await node.liveCalls();
    const ids = new Set(live.map((call) => call.callId));
    for (const callId of followed) if (!ids.has(callId)) this.conductor.lose(callId);
    for (const { callId, answered } of live) if (answered) this.conductor.noteAnswer(callId);
    await this.hangUpStrangers(node, live);
  }

  async execute(node: TelephonyNode, lease: NodeLease): Promise<void> {
    const lost = await this.lostCalls.takeOver({
      node: node.name,
      holder: this.keeper.holder,
      fence: lease.fence,
      leaseSeconds: ROUND_LEASE,
      inHand: this.atWork.on(node),
      lostFromSight: [...this.lostFromSight.keys()],
      limit: ROUND,
    });
    const unfollowed = lost.filter((call) => !this.conductor.follows(call.id));
    if (unfollowed.length === 0) return;
    // Asked of the PBX only now: the list of all its calls costs both sides the more, the more there are.
    const live = new Map((await node.liveCalls()).map((call) => [call.callId, call]));
    const records = await this.records.find(unfollowed.map((call) => call.id));
    for (const call of unfollowed) {
      const verdict = judgeLostCall({
        call,
        live: live.get(call.id),
        record: records.get(call.id),
        seen: this.lostFromSight.get(call.id)?.ended,
        now: this.clock.now(),
      });
      await this.recoverOne(node, call, verdict);
    }
  }

  /** One call's trouble must not stop the others (T3.4); it comes up again when its short lease has run out. */
  private async recoverOne(node: TelephonyNode, call: LostCall, verdict: LostCallVerdict): Promise<void> {
    try {
      this.logger.debug('recovering a call', { callId: call.id, verdict: verdict.type });
      await this.act(node, call, verdict);
    } catch (error) {
      this.logger.error('a call could not be recovered', { callId: call.id, err: error });
    }
  }

  private async hangUpStrangers(node: TelephonyNode, live: readonly LiveCall[]): Promise<void> {
    const since = this.clock.now().getTime() - SETTLING_IN;
    const unknown = live
      .filter(
        ({ callId, direction, startedAt }) =>
          // Callers are taken over by whoever serves them.
          direction === 'outbound' && startedAt.getTime() < since && !this.atWork.has(callId),
      )
      .map(({ callId }) => callId);
    if (unknown.length === 0) return;
    for (const callId of await this.lostCalls.strangersAmong(unknown)) {
      this.logger.warn('a call that nobody knows is hung up', { callId });
      await node.hangUp(callId);
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
        return this.settle(node, call, verdict);
    }
  }

  private async adopt(node: TelephonyNode, call: LostCall, answered: boolean): Promise<void> {
    const held = await this.balances.refresh(call);
    // Paid meanwhile: nothing is left to say. The next round settles the call from its record.
    if (!held) return node.hangUp(call.id);
    const notice = await this.speaker.speak(held);
    const now = this.clock.now();
    const policy = this.rules.policyToSettleBy(call.batch.policyName, now);
    this.atWork.add(node, held);
    this.conductor.follow(node, held, notice, policy, heardUntil(call, now, notice));
    if (answered) this.conductor.noteAnswer(call.id);
    else if (call.direction === 'in') await node.answer(call.id);
  }

  private async settle(
    node: TelephonyNode,
    call: LostCall,
    verdict: Extract<LostCallVerdict, { type: 'settle' }>,
  ): Promise<void> {
    const ended = this.lostFromSight.get(call.id)?.ended ?? (await this.fromRows(call));
    this.lostFromSight.delete(call.id);
    this.atWork.add(node, call);
    this.settleQueue.add({ ...verdict, ended: withRecord(ended, call, verdict.record) });
  }

  private async fromRows(call: LostCall): Promise<EndedCall> {
    return {
      held: call,
      notice: await this.whatWasSaid(call),
      facts: { answered: call.answeredAt !== null, heardMs: 0, keys: [], hungUpBy: 'unknown' },
      answeredAt: call.answeredAt,
      endedAt: this.clock.now(),
      cause: null,
      spokenText: null,
      audioHash: null,
    };
  }

  /** Only its length matters here; where speech fails, nothing counts as heard. */
  private async whatWasSaid(call: LostCall): Promise<SpokenNotice> {
    try {
      return await this.speaker.speak(call);
    } catch (error) {
      this.logger.warn('the length of a lost notice is not known', { callId: call.id, err: error });
      return NOTHING_SPOKEN;
    }
  }
}

/** Milliseconds of the notice that had been heard when the call was adopted: the PBX had played on by itself. */
function heardUntil(call: LostCall, now: Date, notice: SpokenNotice): number {
  if (!call.noticeStartedAt) return 0;
  const sinceStart = now.getTime() - call.noticeStartedAt.getTime();
  return Math.min(Math.max(0, sinceStart), notice.parts.notice.durationMs);
}

/** The PBX plays on by itself: a notice that had begun was heard until the call ended; but no longer than it was up. */
function withRecord(ended: EndedCall, call: LostCall, record: CallRecord | undefined): EndedCall {
  if (!record) return ended;
  const { answeredAt, endedAt, cause } = record;
  const upMs = answeredAt ? endedAt.getTime() - answeredAt.getTime() : 0;
  const sinceStart = call.noticeStartedAt ? endedAt.getTime() - call.noticeStartedAt.getTime() : 0;
  return {
    ...ended,
    cause,
    endedAt,
    answeredAt: answeredAt ?? null,
    facts: {
      ...ended.facts,
      answered: answeredAt !== undefined,
      heardMs: Math.max(0, Math.min(upMs, Math.max(ended.facts.heardMs, sinceStart))),
    },
  };
}
