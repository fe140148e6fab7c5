import fc from 'fast-check';
import type { CallFlow } from '../document/call-flow';
import { defaultCallFlow } from '../default-flow/default-call-flow';
import { QUEUE_LEAVINGS } from '../document/vocabulary';
import {
  garbledCaller,
  garbledWorld,
  SAMPLE_ACCOUNT,
  SAMPLE_DATA,
  seededRandom,
  simulateCall,
} from '../simulate';
import { advanceCall } from './advance-call';
import type { FlowEffect } from './flow-effect';
import type { FlowEvent } from './flow-event';
import { type FlowFacts, type FlowState, type FlowWait, isOver } from './flow-state';
import { startCall } from './start-call';
import { randomFlow } from './testing/random-flow';

const FACTS: FlowFacts = {
  from: '+8613900010001',
  unit: { 'zh-CN': '城关', en: 'Chengguan' },
  workingDay: true,
  minuteOfDay: 600,
  sample: 0.1,
};

/** What answers each wait. */
const ANSWERS: Partial<Record<FlowWait, FlowEvent['type']>> = {
  answer: 'answered',
  caller: 'caller-known',
  playback: 'playback-ended',
  'look-up': 'look-up-result',
  password: 'password-result',
  'work-order': 'work-order-opened',
  recording: 'recording-ended',
  forgetting: 'caller-forgotten',
  'queue-entry': 'queue-entered',
  queue: 'queue-left',
  transfer: 'transferred',
};

/** Any event at all, often the one that is awaited, and mostly with the step that is awaited. */
function randomEvent(random: () => number, state: FlowState): FlowEvent {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const step = random() < 0.8 ? state.step : Math.floor(random() * (state.step + 2));
  const kinds: { readonly [Type in FlowEvent['type']]: () => Extract<FlowEvent, { type: Type }> } = {
    answered: () => ({ type: 'answered' }),
    'caller-known': () => ({
      type: 'caller-known',
      accounts: pick([[], [SAMPLE_ACCOUNT], [SAMPLE_ACCOUNT, SAMPLE_ACCOUNT]]),
    }),
    key: () => ({ type: 'key', key: pick([...'0123456789*#A', ...'123#']) }),
    'playback-ended': () => ({ type: 'playback-ended', step, completed: random() < 0.8 }),
    timer: () => ({ type: 'timer', step }),
    'look-up-result': () => ({
      type: 'look-up-result',
      step,
      result: pick(['found', 'not-found', 'unavailable'] as const),
      data: pick([undefined, {}, SAMPLE_DATA.outages, SAMPLE_DATA.bill]),
    }),
    'password-result': () => ({
      type: 'password-result',
      step,
      result: pick(['verified', 'wrong', 'locked', 'unavailable'] as const),
      account: pick([undefined, SAMPLE_ACCOUNT]),
    }),
    'work-order-opened': () => ({
      type: 'work-order-opened',
      step,
      number: pick(['', 'W1']),
      queryCode: pick(['', '12345678']),
    }),
    'work-order-failed': () => ({ type: 'work-order-failed', step }),
    'recording-ended': () => ({
      type: 'recording-ended',
      step,
      seconds: random() * 30,
      failed: random() < 0.3,
    }),
    'caller-forgotten': () => ({ type: 'caller-forgotten', step, done: random() < 0.7 }),
    'queue-entered': () => ({ type: 'queue-entered' }),
    'queue-left': () => ({ type: 'queue-left', reason: pick(QUEUE_LEAVINGS) }),
    transferred: () => ({ type: 'transferred', step }),
    'transfer-failed': () => ({ type: 'transfer-failed', step }),
    'hang-up': () => ({ type: 'hang-up' }),
    resume: () => ({ type: 'resume' }),
  };
  const awaited = random() < 0.4 ? ANSWERS[state.waits] : undefined;
  const often = Object.keys(kinds).filter((type) => type !== 'hang-up') as FlowEvent['type'][];
  return kinds[awaited ?? (random() < 0.004 ? 'hang-up' : pick(often))]();
}

/** Feeds one event and checks what holds for each: nothing is mutated, something is always waited for, with a timer. */
class Watched {
  state: FlowState;
  private timer?: number;

  constructor(private readonly flow: CallFlow) {
    const { state, effects } = startCall(flow, FACTS);
    this.state = state;
    this.watch(effects);
  }

  send(event: FlowEvent): void {
    const from = frozen(this.state);
    if (event.type === 'timer' && event.step === this.timer) this.timer = undefined;
    const { state, effects } = advanceCall(this.flow, from, event);
    if (isOver(from)) expect({ state, effects }).toEqual({ state: from, effects: [] });
    this.state = state;
    this.watch(effects);
  }

  private watch(effects: readonly FlowEffect[]): void {
    const { state, flow } = this;
    for (const effect of effects) {
      if (effect.type === 'start-timer') this.timer = effect.step;
      if (effect.type === 'cancel-timer') this.timer = undefined;
      if (effect.type !== 'play') continue;
      const wrong = effect.segments.length === 0 || /[0-9{}]|undefined|NaN/.test(effect.segments.join(''));
      if (wrong) throw new Error(`${state.node} says "${effect.segments.join(' ')}"`);
    }
    const timed = this.timer === state.step || state.waits === 'queue' || state.waits === 'over';
    if (!timed) throw new Error(`${state.node} waits for ${state.waits} without a timer`);
    if (!flow.document.nodes[state.node]) throw new Error(`there is no ${state.node}`);
    if (state.anonymous && /13900010001|5100123456/.test(JSON.stringify(state)))
      throw new Error(`an anonymous caller is known at ${state.node}`);
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const seeds = fc.integer();

describe.each([
  ['any flow', (seed: number) => randomFlow(seed, 1 + (Math.abs(seed) % 25))],
  ['the default flow', defaultCallFlow],
])('%s', (_, flowOf) => {
  it('accepts every event in every state, waits for something with a timer, and ends when nothing comes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const flow = flowOf(seed);
        const call = new Watched(flow);
        if (random() < 0.7) call.send({ type: 'caller-known', accounts: [SAMPLE_ACCOUNT] });
        for (let event = 0; event < 120 && !isOver(call.state); event += 1) {
          call.send(randomEvent(random, call.state));
          if (random() < 0.05) call.state = JSON.parse(JSON.stringify(call.state)) as FlowState;
        }
        for (let silence = 0; !isOver(call.state); silence += 1) {
          const { waits, step, node } = call.state;
          expect({ silence, node, waits, ended: silence < 2_000 }).toMatchObject({ ended: true });
          call.send(waits === 'queue' ? { type: 'queue-left', reason: 'timeout' } : { type: 'timer', step });
        }
        for (let late = 0; late < 20; late += 1) call.send(randomEvent(random, call.state));
      }),
      { numRuns: 250 },
    );
  });

  it('ends with every caller, in a world where everything may fail', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const flow = flowOf(seed);
        const call = simulateCall({
          flow,
          facts: FACTS,
          world: garbledWorld(random),
          nextMove: garbledCaller(random),
        });
        expect(isOver(call.state)).toBe(true);
        expect(call.state.volatile).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('orders nothing private for a caller who is not identified', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const flow = flowOf(seed);
        const { effects } = simulateCall({
          flow,
          facts: { ...FACTS, from: undefined },
          world: { ...garbledWorld(random), verify: () => ({ result: 'wrong' }) },
          nextMove: garbledCaller(random),
        });
        const asked = effects.flatMap((effect) => (effect.type === 'look-up' ? [effect.what] : []));
        expect(asked.filter((what) => what !== 'outages' && what !== 'case-progress')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('keys typed before the line was answered', () => {
  const digits = (min: number, max: number) =>
    fc.array(fc.constantFrom(...'0123456789'), { minLength: min, maxLength: max }).map((all) => all.join(''));

  it('come to a password that was not asked for only behind the # that ended the account', () => {
    const flow = defaultCallFlow();
    const anyAccount = fc.oneof(digits(4, 19), digits(20, 22));
    fc.assert(
      fc.property(anyAccount, fc.boolean(), digits(4, 8), (account, isEnded, password) => {
        let { state } = startCall(flow, { ...FACTS, from: undefined });
        for (const key of `11${account}${isEnded ? '#' : ''}${password}#`)
          ({ state } = advanceCall(flow, state, { type: 'key', key }));
        const { state: after, effects } = advanceCall(flow, state, { type: 'answered' });
        const [verified] = effects.filter(({ type }) => type === 'verify-password');
        // An account of twenty digits is complete without the #: what follows was meant for nothing that was asked.
        if (isEnded && account.length < 20) expect(verified).toMatchObject({ accountNo: account, password });
        else {
          expect(verified).toBeUndefined();
          expect(after).toMatchObject({ stage: 'password', volatile: { entry: '', ahead: '' } });
        }
      }),
    );
  });
});
