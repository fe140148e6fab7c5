import type { CallFlow } from '../document/call-flow';
import { advanceCall } from '../engine/advance-call';
import type { FlowEffect } from '../engine/flow-effect';
import type { FlowEvent } from '../engine/flow-event';
import { type FlowFacts, type FlowState, isOver } from '../engine/flow-state';
import { startCall } from '../engine/start-call';
import { Agenda } from './agenda';
import type { SimulatedMove, SimulatedWorld } from './simulated-world';

export interface Simulation {
  readonly flow: CallFlow;
  readonly facts: FlowFacts;
  readonly world: SimulatedWorld;
  /** Asked after every event while no move of the caller's is under way. */
  readonly nextMove: (state: FlowState) => SimulatedMove | undefined;
  /** Events after which a call counts as endless; 5,000 unless told otherwise. */
  readonly maxEvents?: number;
}

export interface SimulatedCall {
  readonly state: FlowState;
  readonly effects: readonly FlowEffect[];
  readonly events: number;
  /** Virtual length of the call, milliseconds. */
  readonly lastedMs: number;
}

const MS = { answer: 500, segment: 400, request: 30, order: 10, queue: 20_000 } as const;

/** A whole call on virtual time: no clock, no waiting. @throws RangeError when it does not end. */
export function simulateCall({ flow, facts, world, nextMove, maxEvents = 5_000 }: Simulation): SimulatedCall {
  const agenda = new Agenda();
  const effects: FlowEffect[] = [];
  let { state, effects: ordered } = startCall(flow, facts);
  let moving = false;
  agenda.add(MS.answer, { type: 'answered' });
  for (let events = 0; events < maxEvents; events += 1) {
    for (const effect of ordered) perform(effect, agenda, world);
    effects.push(...ordered);
    if (isOver(state)) return { state, effects, events, lastedMs: agenda.nowMs };
    const move = moving ? undefined : nextMove(state);
    if (move) {
      moving = true;
      if ('key' in move) agenda.add(move.afterMs, { type: 'key', key: move.key }, true);
      else agenda.add(move.hangUpAfterMs, { type: 'hang-up' }, true);
    }
    const next = agenda.next();
    if (!next)
      throw new RangeError(`nothing happens any more at ${state.node}, which waits for ${state.waits}`);
    if (next.byCaller) moving = false;
    if (next.event.type === 'hang-up') hungUp(state, agenda);
    ({ state, effects: ordered } = advanceCall(flow, state, next.event));
  }
  throw new RangeError(`the call did not end within ${maxEvents} events; it is at ${state.node}`);
}

function perform(effect: FlowEffect, agenda: Agenda, world: SimulatedWorld): void {
  const answer = (event: FlowEvent | undefined) => event && agenda.add(MS.request, event);
  switch (effect.type) {
    case 'find-caller': {
      const accounts = world.findCaller(effect.phone);
      return void answer(accounts && { type: 'caller-known', accounts });
    }
    case 'play': {
      const { step, segments } = effect;
      const ms = segments.length * MS.segment;
      return agenda.add(ms, { type: 'playback-ended', step, completed: world.plays(effect) });
    }
    case 'look-up': {
      const found = world.lookUp(effect);
      return void answer(found && { type: 'look-up-result', step: effect.step, ...found });
    }
    case 'verify-password': {
      const verdict = world.verify(effect);
      return void answer(verdict && { type: 'password-result', step: effect.step, ...verdict });
    }
    case 'open-work-order':
      return void answer(orderAnswer(effect.step, world.openWorkOrder(effect)));
    case 'record': {
      const { step, ordinal } = effect;
      const spoken = world.recordedSeconds(effect);
      const failed = spoken === 'failed';
      const seconds = failed ? 0 : Math.min(spoken, effect.maxSeconds);
      agenda.recording = {
        step,
        ordinal,
        endsAtMs: agenda.nowMs + seconds * 1000,
        failed,
        startedAtMs: agenda.nowMs,
      };
      return;
    }
    case 'stop-recording':
      return agenda.stopRecording(effect.keep);
    case 'enqueue': {
      agenda.add(MS.order, { type: 'queue-entered' });
      const reason = world.enqueue(effect);
      return agenda.add(
        MS.queue,
        reason === undefined ? { type: 'hang-up' } : { type: 'queue-left', reason },
      );
    }
    case 'transfer': {
      const { step } = effect;
      const done = world.transfer(effect);
      if (done === undefined) return;
      agenda.add(MS.order, { type: done ? 'transferred' : 'transfer-failed', step });
      return done ? agenda.add(MS.queue, { type: 'hang-up' }) : undefined;
    }
    case 'forget-caller': {
      const done = world.forgetCaller();
      return void answer(
        done === undefined ? undefined : { type: 'caller-forgotten', step: effect.step, done },
      );
    }
    case 'hang-up':
      return agenda.add(MS.order, { type: 'hang-up' });
    case 'start-timer':
      agenda.timer = { step: effect.step, atMs: agenda.nowMs + effect.ms };
      return;
    case 'cancel-timer':
      agenda.timer = undefined;
      return;
    case 'stop-playback':
    case 'identified':
    case 'set-language':
    case 'note':
    case 'store-rating':
      return;
  }
}

function orderAnswer(
  step: number,
  result: ReturnType<SimulatedWorld['openWorkOrder']>,
): FlowEvent | undefined {
  if (result === undefined) return undefined;
  return result === 'failed'
    ? { type: 'work-order-failed', step }
    : { type: 'work-order-opened', step, ...result };
}

/** A recording ends with the call. */
function hungUp({ waits }: FlowState, agenda: Agenda): void {
  if (waits === 'recording') agenda.stopRecording(true);
}
