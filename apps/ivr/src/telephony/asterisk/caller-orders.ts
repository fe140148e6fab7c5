import { CallElsewhere, CallGone, type EnqueueOrder, type RecordingLimits } from '../telephony.port';
import { checkEnqueue, checkKeepAlive, checkRecording, checkTransfer } from '../caller-order-check';
import { queueVariables, type AriCallers } from './ari/ari-callers';
import type { AriCalls } from './ari/ari-calls';
import type { CallBook } from './call-book';
import type { KnownCall } from './known-call';

export type Playbacks = Pick<AriCalls, 'play' | 'stopPlayback'>;
export type NodeCallers = Pick<AriCallers, keyof AriCallers>;

/** Everything about who calls that a channel carries into the PBX's records, events and the queue's log. */
const WHO_CALLS = ['CALLERID(all)', 'CALLERID(ANI-all)', 'CALLERID(rdnis)', 'CONNECTEDLINE(all)'];

/** The orders of self-service to one node; the book knows what is under way on each call. */
export class CallerOrders {
  /** Requests to play that the PBX has not answered yet. */
  private readonly asking = new Map<string, Promise<void>>();

  constructor(
    private readonly playbacks: Playbacks,
    private readonly callers: NodeCallers,
    private readonly book: CallBook,
    private readonly ask: <T>(request: () => Promise<T>) => Promise<T>,
    private readonly onLeftOver: (error: unknown) => void,
    /** Over connections of their own, and with patience: the PBX answers when what plays is over. */
    private readonly renewals: Pick<NodeCallers, 'setVariables'> = callers,
  ) {}

  async replacePlayback(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const call = this.inHand(callId);
    if (call.inherited) {
      call.inherited = false;
      await Promise.all(
        call.playbacks.slotIds().map((id) => this.ask(() => this.playbacks.stopPlayback(id))),
      );
    }
    const silenced = this.silence(call);
    const begun = media.length > 0 ? this.play(call, callId, playbackId, media) : undefined;
    if (silenced === undefined) return begun;
    await Promise.all([silenced, begun]);
  }

  async record(callId: string, name: string, limits: RecordingLimits): Promise<void> {
    checkRecording(name, limits);
    const call = this.inHand(callId);
    call.recordings.asked(name);
    try {
      await this.ask(() => this.callers.record(callId, name, limits));
    } catch (error) {
      call.recordings.refused(name);
      throw error;
    }
  }

  async stopRecording(name: string): Promise<void> {
    this.book.recordingStopAsked(name);
    await this.ask(() => this.callers.stopRecording(name));
  }

  /** The PBX has begun a recording; one that was to be stopped while it waited behind a prompt is stopped now. */
  recordingStarted(callId: string, name: string): void {
    if (!this.book.find(callId)?.recordings.isStopWanted(name)) return;
    this.ask(() => this.callers.stopRecording(name)).catch(this.onLeftOver);
  }

  async enqueue(callId: string, order: EnqueueOrder): Promise<void> {
    checkEnqueue(order);
    await this.leave(callId, 'enqueued', queueVariables(order), 'agent-queue', order.queue);
  }

  async transfer(callId: string, number: string, trunk: string): Promise<void> {
    checkTransfer(number, trunk);
    await this.leave(callId, 'transferred', { TRANSFER_TRUNK: trunk }, 'transfer', number);
  }

  async forgetCaller(callId: string): Promise<void> {
    const nobody = Object.fromEntries(WHO_CALLS.map((name) => [name, '']));
    // Should the dialplan queue the call by itself: who is nobody is not recorded.
    const variables = { ...nobody, QUEUE_ANNOUNCE_RECORDING: '0' };
    const call = this.book.find(callId);
    await Promise.all([
      // Behind what plays the order would wait, and the caller's name would stand in what is written meanwhile.
      call === undefined || call.away ? undefined : this.silence(call),
      this.ask(() => this.callers.setVariables(callId, variables)),
    ]);
  }

  async keepAlive(callId: string, seconds: number): Promise<void> {
    checkKeepAlive(seconds);
    await this.ask(() => this.renewals.setVariables(callId, { 'TIMEOUT(absolute)': String(seconds) }));
  }

  /** Watched first, so that its end is told wherever it comes. What plays or is recorded would hold the call back. */
  private async leave(
    callId: string,
    why: 'enqueued' | 'transferred',
    variables: Readonly<Record<string, string>>,
    context: string,
    extension: string,
  ): Promise<void> {
    const call = this.inHand(callId);
    await Promise.all([
      call.watched ? undefined : this.watch(callId),
      this.replacePlayback(callId, '', []),
      ...call.recordings.names().map((name) => this.stopRecording(name)),
      this.ask(() => this.callers.setVariables(callId, variables)),
    ]);
    this.book.leaveAsked(callId, why);
    try {
      await this.ask(() => this.callers.goOn(callId, context, extension));
    } catch (error) {
      this.book.leaveAsked(callId, undefined);
      throw error;
    }
  }

  private async watch(callId: string): Promise<void> {
    const gone = await this.ask(() => this.callers.watch([callId]));
    if (gone.length > 0) throw new CallGone(callId);
    this.book.watched([callId]);
  }

  private async play(
    call: KnownCall,
    callId: string,
    playbackId: string,
    media: readonly string[],
  ): Promise<void> {
    const ariId = call.playbacks.askedInTurn(playbackId);
    const asked = this.ask(() => this.playbacks.play(callId, ariId, media));
    this.asking.set(ariId, asked);
    try {
      await asked;
    } catch (error) {
      call.playbacks.refused(ariId);
      throw error;
    } finally {
      if (this.asking.get(ariId) === asked) this.asking.delete(ariId);
    }
  }

  /** One that the PBX has not been heard to take yet is stopped when it has. */
  private silence(call: KnownCall): Promise<unknown> | undefined {
    const current = call.playbacks.replaceAll();
    if (current.length === 0) return undefined;
    return Promise.all(
      current.map(async (ariId) => {
        const asked = this.asking.get(ariId);
        if (asked !== undefined) await asked.catch(() => undefined);
        await this.ask(() => this.playbacks.stopPlayback(ariId));
      }),
    );
  }

  private inHand(callId: string): KnownCall {
    const call = this.book.find(callId);
    if (call === undefined) throw new CallGone(callId);
    if (call.away) throw new CallElsewhere(callId);
    return call;
  }
}
