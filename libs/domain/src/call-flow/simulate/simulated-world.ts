import type { QueueLeaving } from '../document/vocabulary';
import type { FlowEffect } from '../engine/flow-effect';
import type { FlowEvent } from '../engine/flow-event';
import type { CallerAccount } from '../engine/flow-state';

type Effect<Type extends FlowEffect['type']> = Extract<FlowEffect, { type: Type }>;
type Answer<Type extends FlowEvent['type']> = Omit<Extract<FlowEvent, { type: Type }>, 'type' | 'step'>;

/** Everything around a call but the caller. What answers undefined never answers. */
export interface SimulatedWorld {
  readonly findCaller: (phone: string) => readonly CallerAccount[] | undefined;
  readonly lookUp: (asked: Effect<'look-up'>) => Answer<'look-up-result'> | undefined;
  readonly verify: (asked: Effect<'verify-password'>) => Answer<'password-result'> | undefined;
  readonly openWorkOrder: (
    asked: Effect<'open-work-order'>,
  ) => Answer<'work-order-opened'> | 'failed' | undefined;
  /** How long the caller speaks when no key ends the message, seconds. */
  readonly recordedSeconds: (asked: Effect<'record'>) => number | 'failed';
  readonly forgetCaller: () => boolean | undefined;
  readonly enqueue: (asked: Effect<'enqueue'>) => QueueLeaving | undefined;
  readonly transfer: (asked: Effect<'transfer'>) => boolean | undefined;
  readonly plays: (asked: Effect<'play'>) => boolean;
}

/** What a caller does next. */
export type SimulatedMove =
  { readonly afterMs: number; readonly key: string } | { readonly hangUpAfterMs: number };
