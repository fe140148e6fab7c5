import type { EnqueueOrder, QueueLeftReason } from '../telephony.port';

/** What becomes of a caller in a simulated queue. Times are milliseconds. */
export type QueueFate =
  | {
      readonly fate: 'served';
      readonly waitMs: number;
      readonly talkMs: number;
      readonly agent: string;
    }
  | {
      readonly fate: 'unserved';
      readonly waitMs: number;
      readonly reason: Exclude<QueueLeftReason, 'served'>;
    }
  /** Somebody else decides, and says so by `leaveQueue`. */
  | { readonly fate: 'open' };

export type QueueFateOf = (callId: string, order: EnqueueOrder) => QueueFate;

/** What the dialplan asks for when it queues a caller by itself; the times are those of deploy/asterisk. */
export const GENERAL_QUEUE: EnqueueOrder = {
  queue: 'general',
  priority: 0,
  language: 'zh-CN',
  maxWaitSeconds: 900,
  announceRecording: true,
};

/** Nobody is signed in who could serve: the caller waits in vain. */
export const nobodyServes: QueueFateOf = (_callId, { maxWaitSeconds }) => ({
  fate: 'unserved',
  waitMs: maxWaitSeconds * 1_000,
  reason: 'timeout',
});
