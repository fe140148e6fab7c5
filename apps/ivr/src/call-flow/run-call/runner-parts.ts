import type { FlowFacts } from '@switchyard/domain';
import type { Logger } from '@switchyard/platform';
import type { Scheduler } from '../../telephony/scheduler';
import type { CallEvent, TelephonyNode } from '../../telephony/telephony.port';
import type { CallFlowMetrics } from '../call-flow-metrics';
import type { CallJournal } from '../inbound-calls/call-journal';
import type { EffectSurroundings } from './perform-effects';

export type LiveEvent = Exclude<CallEvent, { type: 'incoming' | 'node-state' }>;
export type LineEvent = Extract<CallEvent, { type: 'incoming'; entry: 'line' }>;
export type ReturnEvent = Extract<CallEvent, { type: 'incoming'; entry: 'queue-left' }>;

/** What is known of a caller who begins. */
export interface Arrival {
  readonly callId: string;
  /** Empty when withheld. */
  readonly from: string;
  readonly to: string;
  readonly at: number;
}

export interface RunnerParts extends EffectSurroundings {
  readonly journal: CallJournal;
  readonly metrics: CallFlowMetrics;
  readonly factsAt: (at: number) => Omit<FlowFacts, 'entry' | 'language' | 'from'>;
  readonly scheduler: Scheduler;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** A call begins or ends to use a line. */
  readonly lines: { take(node: TelephonyNode, callId: string): void; free(callId: string): void };
}
