import type { QueueLeaving } from '../document/vocabulary';
import type { CallerAccount, FlowItem, FlowValue } from './flow-state';

/** What was found: `values` under the names of the look-up's variables without their prefix, `items` of its list. */
export interface LookUpData {
  readonly values?: Readonly<Record<string, FlowValue>>;
  readonly items?: readonly FlowItem[];
}

/** `step` is that of the effect which caused the event; another step makes it stale, and it changes nothing. */
export type FlowEvent =
  | { readonly type: 'answered' }
  /** Accounts bound to the caller's number; none when there are none or they could not be asked. At any time, once. */
  | { readonly type: 'caller-known'; readonly accounts: readonly CallerAccount[] }
  | { readonly type: 'key'; readonly key: string }
  /** `completed` is false when it failed or was cut off. */
  | { readonly type: 'playback-ended'; readonly step: number; readonly completed: boolean }
  | { readonly type: 'timer'; readonly step: number }
  | {
      readonly type: 'look-up-result';
      readonly step: number;
      readonly result: 'found' | 'not-found' | 'unavailable';
      readonly data?: LookUpData;
    }
  | {
      readonly type: 'password-result';
      readonly step: number;
      readonly result: 'verified' | 'wrong' | 'locked' | 'unavailable';
      /** With `verified`. */
      readonly account?: CallerAccount;
      /** With `locked`: an instant, ISO 8601. */
      readonly lockedUntil?: string;
    }
  | {
      readonly type: 'work-order-opened';
      readonly step: number;
      readonly number: string;
      readonly queryCode: string;
    }
  | { readonly type: 'work-order-failed'; readonly step: number }
  | {
      readonly type: 'recording-ended';
      readonly step: number;
      readonly seconds: number;
      readonly failed: boolean;
    }
  | { readonly type: 'caller-forgotten'; readonly step: number; readonly done: boolean }
  /** The call left our hands for the queue: at our order, or the dialplan took it. */
  | { readonly type: 'queue-entered' }
  /** Back from the queue, or never admitted (`unavailable`); also right after `startCall` for a call that the dialplan queued. */
  | { readonly type: 'queue-left'; readonly reason: QueueLeaving }
  | { readonly type: 'transferred'; readonly step: number }
  | { readonly type: 'transfer-failed'; readonly step: number }
  /** The call has ended, whoever ended it. */
  | { readonly type: 'hang-up' }
  /** Another process goes on from the stored state: what was being said is said again. */
  | { readonly type: 'resume' };
