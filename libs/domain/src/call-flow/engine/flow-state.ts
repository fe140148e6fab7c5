import type { ListFlag, ValueTier } from '../../shared';
import type { SpokenLanguage } from '../../speech';
import type { NodeName } from '../document/flow-document';

/** Texts of departments come in both languages. */
export type FlowValue = string | number | Readonly<Record<SpokenLanguage, string>>;
export type FlowItem = Readonly<Record<string, FlowValue>>;

/** An account of the caller's, as `ticket.query.find-customer.v1` tells it. */
export interface CallerAccount {
  readonly accountNo: string;
  readonly areaCode?: string;
  readonly areaName?: string;
  readonly valueTier: ValueTier;
  readonly listFlag: ListFlag;
  readonly important: boolean;
}

/** What is known when a call comes in. */
export interface FlowFacts {
  /** Entry of the flow by name; absent or unknown: its first. */
  readonly entry?: string;
  /** Language to begin with; absent: the entry's. */
  readonly language?: SpokenLanguage;
  /** E.164; absent when withheld. */
  readonly from?: string;
  /** The utility's name as it is said before 供电. */
  readonly unit: Readonly<Record<SpokenLanguage, string>>;
  /** 95598 unless told otherwise. */
  readonly hotline?: string;
  /** Start of the call in local time. */
  readonly workingDay: boolean;
  /** Minutes since local midnight, 0 to 1439. */
  readonly minuteOfDay: number;
  /** Random, 0 (included) to 1 (excluded): decides whether the caller is in a survey's sample. */
  readonly sample: number;
}

/** What the call waits for. `broken`: a moment after a playback broke off, since a hang-up breaks it off too. */
export type FlowWait =
  | 'answer'
  | 'caller'
  | 'playback'
  | 'keys'
  | 'broken'
  | 'look-up'
  | 'password'
  | 'work-order'
  | 'recording'
  | 'forgetting'
  | 'queue-entry'
  | 'queue'
  | 'transfer'
  | 'hang-up'
  | 'over';

export interface FlowRating {
  readonly csat?: number;
  readonly solved?: boolean;
  readonly nps?: number;
}

/**
 * One call. Plain JSON, except that `volatile` is never stored: what is being keyed stands there, passwords
 * among it. Strip it by `storableState`.
 */
export interface FlowState {
  readonly facts: FlowFacts;
  readonly language: SpokenLanguage;
  readonly node: NodeName;
  /** Part of the node that is being done, e.g. `password` of an identify node. */
  readonly stage: string;
  readonly waits: FlowWait;
  /** Number of the current playback, wait or request; events of an earlier one are stale. */
  readonly step: number;
  /** Accounts bound to the caller's number; unknown until `caller-known`. */
  readonly accounts?: readonly CallerAccount[];
  readonly account?: CallerAccount;
  readonly identifiedBy?: 'phone' | 'password';
  readonly anonymous: boolean;
  /** Variables, by their full name (`bill.payable`, `application`); lists under the list's name. */
  readonly values: Readonly<Record<string, FlowValue>>;
  readonly lists: Readonly<Record<string, readonly FlowItem[]>>;
  /** Wrong or missing keys at the present prompt. */
  readonly strikes: number;
  /** Playbacks in a row that broke off. */
  readonly unheard: number;
  /** Failed proofs of identity in this call. */
  readonly failures: number;
  /** Query codes in this call that no case has. */
  readonly unknownCodes?: number;
  /** Nodes and prompts begun, in all and since the caller's last key. */
  readonly visits: number;
  readonly visitsSinceKey: number;
  /** Work orders ordered so far; the number of the next is part of its reference. */
  readonly orders: number;
  readonly recordings: number;
  /** Recordings that go with the next work order. */
  readonly attached: readonly number[];
  readonly rating: FlowRating;
  /** The caller has hung up; only what needs no caller is still done. */
  readonly gone: boolean;
  readonly volatile?: {
    /** Digits of the present entry. */
    readonly entry: string;
    /** Keys pressed before they were asked for. */
    readonly ahead: string;
    /** The account number that the password will be for. */
    readonly account?: string;
  };
}

/** The state without what was keyed: this, and nothing else, may be stored or logged. */
export function storableState(state: FlowState): FlowState {
  const { volatile: _, ...storable } = state;
  return storable;
}

export function isOver(state: FlowState): boolean {
  return state.waits === 'over';
}
