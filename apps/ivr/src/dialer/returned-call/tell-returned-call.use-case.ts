import type { Clock, Logger } from '@switchyard/platform';
import { CallGone, type TelephonyNode } from '../../telephony/telephony.port';
import type { CallsAtWork } from '../calls-at-work';
import type { Conductor } from '../conduct-call/conductor';
import type { ContactBalances } from '../conduct-call/contact-balances';
import type { NoticeSpeaker } from '../conduct-call/notice-speaker';
import { NOTHING_SPOKEN } from '../conduct-call/spoken-notice';
import type { HeldCall } from '../dialing.types';
import { LEASE } from '../hold-nodes/node-keeper';
import type { NodeLease } from '../hold-nodes/node-leases.port';
import type { DialingRules } from '../policy/dialing-rules';
import type { SettleQueue } from '../settle-calls/settle-queue';
import type { IncomingCall, ReturnedCalls } from './returned-calls.port';

/** Seconds after which the PBX takes a caller from us who still listens, or has been forgotten. */
const LONGEST_NOTICE = 300;

/** Somebody returns a missed notice call: tells the notice at once; told is delivered (T1.8). */
export class TellReturnedCall {
  constructor(
    private readonly returnedCalls: ReturnedCalls,
    private readonly balances: ContactBalances,
    private readonly speaker: NoticeSpeaker,
    private readonly conductor: Conductor,
    private readonly atWork: CallsAtWork,
    private readonly settleQueue: SettleQueue,
    private readonly rules: DialingRules,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** False when this caller missed no notice, everything was paid meanwhile, or it took too long to find out. */
  async execute(
    node: TelephonyNode,
    lease: NodeLease,
    call: IncomingCall,
    stillWanted: () => boolean = () => true,
  ): Promise<boolean> {
    const taken = await this.returnedCalls.take(lease, LEASE.seconds, call);
    if (!taken) return false;
    this.atWork.add(node, taken);
    try {
      return await this.tell(node, taken, stillWanted);
    } catch (error) {
      this.logger.error('a returned call could not be told its notice', { callId: call.callId, err: error });
      this.letGo(taken);
      return false;
    }
  }

  private async tell(node: TelephonyNode, taken: HeldCall, stillWanted: () => boolean): Promise<boolean> {
    const held = await this.balances.refresh(taken);
    const notice = held && (await this.speaker.speak(held));
    if (!held || !notice || !stillWanted()) {
      // Back to waiting: the next claim cancels it as paid, with its event.
      this.letGo(taken);
      return false;
    }
    const policy = this.rules.policy(held.batch.policyName, this.clock.now());
    this.conductor.follow(node, held, notice, policy);
    try {
      // Before the answer: the notice begins with it, and while it plays the PBX keeps other orders waiting.
      await node.keepAlive(held.id, LONGEST_NOTICE);
      await node.answer(held.id);
    } catch (error) {
      if (!(error instanceof CallGone)) throw error;
      this.conductor.lose(held.id);
    }
    return true;
  }

  /** Settles the call as one that told nothing; its contacts wait as before. */
  private letGo(held: HeldCall): void {
    this.conductor.forget(held.id);
    this.settleQueue.add({
      evidence: 'not-placed',
      source: 'live',
      ended: {
        held,
        notice: NOTHING_SPOKEN,
        facts: { answered: false, heardMs: 0, keys: [], hungUpBy: 'unknown' },
        answeredAt: null,
        endedAt: this.clock.now(),
        cause: 0,
        rang: false,
        spokenText: null,
        audioHash: null,
      },
    });
  }
}
