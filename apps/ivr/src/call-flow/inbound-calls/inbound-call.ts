import type { IdentifiedByName, InboundPhaseName } from '@switchyard/contracts';
import type { FlowState, ListFlag, SpokenLanguage, ValueTier } from '@switchyard/domain';

/** What is kept of a caller's call. */
export interface InboundCall {
  readonly callId: string;
  readonly node: string;
  /** Null when withheld or anonymous. */
  readonly fromNumber: string | null;
  readonly dialled: string;
  readonly desk: string;
  readonly language: SpokenLanguage;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly accountNo: string | null;
  readonly identifiedBy: IdentifiedByName | null;
  readonly valueTier: ValueTier | null;
  readonly listFlag: ListFlag | null;
  readonly important: boolean | null;
  /** Queue in which the caller waited last. */
  readonly queue: string | null;
  /** Name of the recording of the conversation in that queue; null when it is not recorded. */
  readonly recording: string | null;
  /** SIP user of the agent who talked to the caller last. */
  readonly agent: string | null;
  readonly asked: readonly AskedMatter[];
  readonly flowVersionId: string | null;
  /** Without what was keyed (T1.4); null once the call is over. */
  readonly flowState: FlowState | null;
  readonly phase: InboundPhaseName;
  readonly selfServiceCompleted: boolean;
  /** Work orders that were ordered in the call. */
  readonly orders: number;
  readonly anonymous: boolean;
  readonly endReason: EndReason | null;
}

export interface AskedMatter {
  readonly what: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What a call was about: the last that was asked for, but for the human who was to see to it. */
export function matterOf(asked: readonly AskedMatter[]): string | null {
  const matters = asked.map(({ what }) => what);
  return matters.findLast((what) => what !== 'human') ?? matters.at(-1) ?? null;
}

export type EndReason =
  /** We said goodbye and hung up. */
  | 'completed'
  /** The caller hung up, in the menus or in the queue. */
  | 'caller-hung-up'
  /** Connected with another number. */
  | 'transferred'
  /** The agent's talk was the end of it. */
  | 'served'
  /** It ended while nobody of us looked. */
  | 'unseen';

/** Who calls is forgotten (§5): nothing is left that leads to the caller. */
export function forgotten(call: InboundCall): InboundCall {
  return {
    ...call,
    anonymous: true,
    fromNumber: null,
    accountNo: null,
    identifiedBy: null,
    valueTier: null,
    listFlag: null,
    important: null,
    recording: null,
  };
}
