import type { DialingPolicy } from '@switchyard/domain';
import type { Logger } from '@switchyard/platform';
import { OriginateRefused, type TelephonyNode } from '../../telephony/telephony.port';
import type { CallsAtWork } from '../calls-at-work';
import type { Conductor } from '../conduct-call/conductor';
import type { NoticeSpeaker } from '../conduct-call/notice-speaker';
import type { SpokenNotice } from '../conduct-call/spoken-notice';
import type { HeldCall } from '../dialing.types';
import { LEASE, type NodeKeeper } from '../hold-nodes/node-keeper';
import type { SettleQueue } from '../settle-calls/settle-queue';
import type { Placements } from './placements.port';

/** Seconds until a contact whose notice could not be spoken is looked at again. */
const VOICE_RETRY_SECONDS = 30;

interface ReadyCall {
  readonly held: HeldCall;
  readonly notice: SpokenNotice;
}

/** Renders, looks at the truth a last time, and dials. Calls that may not be dialled any more go back. */
export class PlaceCalls {
  constructor(
    private readonly keeper: NodeKeeper,
    private readonly speaker: NoticeSpeaker,
    private readonly placements: Placements,
    private readonly conductor: Conductor,
    private readonly atWork: CallsAtWork,
    private readonly settleQueue: SettleQueue,
    private readonly logger: Logger,
  ) {}

  /** When it throws, the calls that were not placed are left to recovery. */
  async execute(node: TelephonyNode, calls: readonly HeldCall[], policy: DialingPolicy): Promise<void> {
    try {
      await this.place(node, calls, policy);
    } catch (error) {
      for (const { id } of calls) if (!this.conductor.follows(id)) this.atWork.remove(id);
      throw error;
    }
  }

  private async place(node: TelephonyNode, calls: readonly HeldCall[], policy: DialingPolicy): Promise<void> {
    const ready = await this.render(calls);
    const confirmed = await this.placements.confirm(
      this.keeper.holder,
      LEASE.margin,
      ready.map(({ held }) => held),
    );
    const changed = ready.filter(({ held }) => !confirmed.has(held.id));
    await this.withdraw(
      changed.map(({ held }) => held),
      'truth-changed',
      0,
    );
    for (const call of ready) if (confirmed.has(call.held.id)) this.dial(node, call, policy);
  }

  /** Gives claimed calls back; what cannot be given back now is recovered by its lease. */
  async withdraw(calls: readonly HeldCall[], reason: string, delaySeconds: number): Promise<void> {
    if (calls.length === 0) return;
    const ids = calls.map((call) => call.id);
    await this.placements.withdraw(ids, reason, delaySeconds);
    ids.forEach((id) => this.atWork.remove(id));
  }

  private async render(calls: readonly HeldCall[]): Promise<readonly ReadyCall[]> {
    const ready: ReadyCall[] = [];
    const mute: HeldCall[] = [];
    await Promise.all(
      calls.map(async (held) => {
        try {
          ready.push({ held, notice: await this.speaker.speak(held) });
        } catch (error) {
          this.logger.error('a notice could not be spoken', { callId: held.id, err: error });
          mute.push(held);
        }
      }),
    );
    await this.withdraw(mute, 'voice-unavailable', VOICE_RETRY_SECONDS);
    return ready;
  }

  private dial(node: TelephonyNode, { held, notice }: ReadyCall, policy: DialingPolicy): void {
    this.conductor.follow(node, held, notice, policy);
    // Asked in the same turn as the order goes out: a process that was stopped meanwhile must not dial (T3.5).
    if (!this.keeper.usableLease(node)) return this.notPlaced(held.id);
    node
      .originate({
        callId: held.id,
        number: held.number,
        extension: held.extension ?? undefined,
        trunk: held.trunk,
        callerId: held.callerId,
        ringSeconds: policy.ringSeconds,
        reference: held.batch.id,
      })
      .catch((error: unknown) => this.refused(held.id, error));
  }

  private refused(callId: string, error: unknown): void {
    const reason = error instanceof OriginateRefused ? error.reason : 'unknown-state';
    switch (reason) {
      case 'already-live':
        return; // it was taken the first time; its events lead on
      case 'refused':
      case 'unreachable':
        this.logger.warn('a call was not placed', { callId, err: error });
        return this.notPlaced(callId);
      case 'unknown-state':
        this.logger.warn('nobody knows whether a call was placed', { callId, err: error });
        return this.conductor.lose(callId);
    }
  }

  private notPlaced(callId: string): void {
    const ended = this.conductor.end(callId);
    if (ended) this.settleQueue.add({ ended, evidence: 'not-placed', source: 'live' });
  }
}
