import type { ListFlag, ValueTier } from '../../shared';
import type { Segment, SpokenLanguage } from '../../speech';
import type { ApplicationKind, FlowLookUp, FlowQueue, FlowWorkOrder } from '../document/vocabulary';
import type { FlowRating, FlowState } from './flow-state';

export type FlowEffect =
  /** Ask whose number it is; answer by `caller-known`. Only at the start, and only when the number is known. */
  | { readonly type: 'find-caller'; readonly phone: string }
  /** One playback, ready for the prompt library; answer by `playback-ended`. */
  | {
      readonly type: 'play';
      readonly step: number;
      readonly language: SpokenLanguage;
      readonly segments: readonly Segment[];
    }
  | { readonly type: 'stop-playback'; readonly step: number }
  /** Send `timer` with this step after `ms`. A newer timer replaces the running one. */
  | { readonly type: 'start-timer'; readonly step: number; readonly ms: number }
  | { readonly type: 'cancel-timer' }
  | {
      readonly type: 'look-up';
      readonly step: number;
      readonly what: FlowLookUp;
      /** The caller's own account; for `outages` also one that was only keyed. */
      readonly accountNo?: string;
      /** `outages`: areas of the accounts bound to the number, when none is identified. */
      readonly areaCodes?: readonly string[];
      /** `outages`: only those that are going on now. */
      readonly currentOnly?: boolean;
      readonly queryCode?: string;
    }
  /** Never log this one. */
  | {
      readonly type: 'verify-password';
      readonly step: number;
      readonly accountNo: string;
      readonly password: string;
    }
  | {
      readonly type: 'open-work-order';
      readonly step: number;
      /** Number of the order within the call, the same when it is ordered again after a crash: make the reference of it. */
      readonly ordinal: number;
      readonly order: FlowWorkOrder;
      readonly text: string;
      readonly anonymous: boolean;
      readonly accountNo?: string;
      readonly areaCode?: string;
      readonly phone?: string;
      readonly application?: ApplicationKind;
      /** Ordinals of the recordings that go with it. */
      readonly recordings: readonly number[];
    }
  /** Record the caller; answer by `recording-ended`. */
  | {
      readonly type: 'record';
      readonly step: number;
      /** Number of the recording within the call: make its name of it. */
      readonly ordinal: number;
      readonly maxSeconds: number;
      readonly maxSilenceSeconds: number;
    }
  /** `keep` false: throw it away. `recording-ended` is expected only when it is kept. */
  | { readonly type: 'stop-recording'; readonly step: number; readonly keep: boolean }
  /** Answer by `queue-entered`, later `queue-left` or `hang-up`; when it cannot be done by `queue-left` unavailable. */
  | {
      readonly type: 'enqueue';
      readonly step: number;
      readonly queue: FlowQueue;
      readonly language: SpokenLanguage;
      readonly maxWaitSeconds: number;
      readonly valueTier: ValueTier;
      readonly listFlag: ListFlag;
      readonly important: boolean;
      readonly anonymous: boolean;
    }
  | { readonly type: 'transfer'; readonly step: number; readonly to: string }
  /** Answer by `caller-forgotten` when the number stands in no record any more that is written from now on. */
  | { readonly type: 'forget-caller'; readonly step: number }
  /** The caller is known now: by which account, and how (T1.4). */
  | {
      readonly type: 'identified';
      readonly accountNo: string;
      readonly by: 'phone' | 'password';
    }
  | { readonly type: 'set-language'; readonly language: SpokenLanguage }
  /** Exactly one of them: a topic asked for, or one that the caller has been served with. */
  | { readonly type: 'note'; readonly asked?: string; readonly completed?: string }
  /** The rating so far; a later one of the same call holds more. */
  | { readonly type: 'store-rating'; readonly rating: FlowRating }
  | { readonly type: 'hang-up' };

export interface FlowStep {
  readonly state: FlowState;
  readonly effects: readonly FlowEffect[];
}
