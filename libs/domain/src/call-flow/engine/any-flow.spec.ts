import fc from 'fast-check';
import type { CallFlow } from '../document/call-flow';
import { defaultCallFlow } from '../default-flow/default-call-flow';
import { allExits } from '../document/exits';
import type { CallFlowDocument, FlowNode, Piece } from '../document/flow-document';
import { parseCallFlow } from '../document/parse-call-flow';
import { QUEUE_LEAVINGS, type QueueLeaving } from '../document/vocabulary';
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
import { type FlowFacts, type FlowState, isOver } from './flow-state';
import { startCall } from './start-call';

const says = (text: string): Piece[] => [{ 'zh-CN': text, en: text }];

/** A valid flow of any shape: ways without a key lead onwards only, ways by key lead anywhere. */
function randomFlow(seed: number, size: number): CallFlow {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const name = (index: number) => `n${index}`;
  const anywhere = () => name(pick(size + 1));
  const nodes: Record<string, FlowNode> = { [name(size)]: { kind: 'hang-up' } };
  for (let index = 0; index < size; index += 1) {
    const onward = () => name(index + 1 + pick(size - index));
    nodes[name(index)] = randomNode(pick(14), onward, anywhere, random);
  }
  const document: CallFlowDocument = {
    format: 1,
    name: 'random',
    settings: { keyWaitSeconds: 2 + pick(5), betweenKeysSeconds: 2, tries: 1 + pick(5) },
    entries: [{ name: 'general', language: random() < 0.5 ? 'en' : 'zh-CN', start: name(0) }],
    human: anywhere(),
    strikes: name(size),
    wrongKey: says('wrong'),
    missingKey: says('none'),
    nodes,
  };
  const parsed = parseCallFlow(reachable(document));
  if (!parsed.ok) throw new Error(`seed ${seed}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

function randomNode(
  kind: number,
  onward: () => string,
  anywhere: () => string,
  random: () => number,
): FlowNode {
  const strikes = random() < 0.5 ? onward() : undefined;
  switch (kind) {
    case 0:
      return { kind: 'say', say: says('said'), interruptible: random() < 0.7, next: onward() };
    case 1:
      return {
        kind: 'collect',
        say: says('digits'),
        into: 'digits',
        minDigits: 1 + Math.floor(random() * 3),
        maxDigits: 3 + Math.floor(random() * 5),
        next: anywhere(),
        strikes,
      };
    case 2:
      return {
        kind: 'identify',
        by: random() < 0.3 ? 'password' : 'any',
        which: says('which'),
        account: says('account'),
        password: says('password'),
        wrong: says('wrong'),
        identified: onward(),
        failed: onward(),
        locked: anywhere(),
        unavailable: onward(),
        strikes,
      };
    case 3:
      return { kind: 'look-up', what: 'outages', found: onward(), notFound: onward(), unavailable: onward() };
    case 4:
      return { kind: 'open-work-order', order: 'query', text: 'text', opened: onward(), failed: onward() };
    case 5:
      return {
        kind: 'record-message',
        say: says('speak'),
        maxSeconds: 30,
        maxSilenceSeconds: 5,
        minSeconds: 2,
        recorded: onward(),
        strikes,
      };
    case 6: {
      const left = Object.fromEntries(QUEUE_LEAVINGS.map((reason) => [reason, onward()]));
      return {
        kind: 'queue',
        queue: 'general',
        maxWaitSeconds: 60,
        left: left as Record<QueueLeaving, string>,
      };
    }
    case 7:
      return {
        kind: 'offer-call-back',
        offer: says('offer'),
        offerWithheld: says('offer'),
        askNumber: says('number'),
        into: 'phone',
        accepted: anywhere(),
        declined: onward(),
        strikes,
      };
    case 8:
      return {
        kind: 'survey',
        questions: [
          { about: 'csat', say: says('csat'), sample: random() },
          { about: 'nps', say: says('nps') },
        ],
        next: onward(),
      };
    case 9:
      return { kind: 'transfer', to: '95598', failed: onward() };
    case 10:
      return {
        kind: 'branch',
        on: 'value-tier',
        cases: [{ is: ['high'], next: onward() }],
        otherwise: onward(),
      };
    case 11:
      return { kind: 'set-language', language: random() < 0.5 ? 'en' : 'zh-CN', next: onward() };
    case 12:
      return { kind: 'forget-caller', forgotten: onward(), failed: onward() };
    default:
      return {
        kind: 'menu',
        say: says('menu'),
        choices: ['1', '2', '3'].map((key) => ({ key, next: anywhere() })),
        ...(random() < 0.3 ? { repeat: anywhere() } : {}),
        strikes,
      };
  }
}

function reachable(document: CallFlowDocument): CallFlowDocument {
  const found = new Set([
    ...document.entries.map(({ start }) => start),
    document.human,
    document.strikes ?? '',
  ]);
  for (const one of found) {
    const node = document.nodes[one];
    if (node) for (const { to } of allExits(node, document)) found.add(to);
  }
  const starts = [...found].map((start) => ({ name: start, language: 'en' as const, start })).slice(0, 50);
  const kept = Object.entries(document.nodes).filter(([one]) => found.has(one));
  return {
    ...document,
    entries: [...document.entries, ...starts],
    nodes: JSON.parse(JSON.stringify(Object.fromEntries(kept))) as CallFlowDocument['nodes'],
  };
}

const FACTS: FlowFacts = {
  from: '+8613900010001',
  unit: { 'zh-CN': '城关', en: 'Chengguan' },
  workingDay: true,
  minuteOfDay: 600,
  sample: 0.1,
};

/** Any event at all, mostly with the step that is awaited. */
function randomEvent(random: () => number, state: FlowState): FlowEvent {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const step = random() < 0.8 ? state.step : Math.floor(random() * (state.step + 2));
  const kinds: readonly (() => FlowEvent)[] = [
    () => ({ type: 'answered' }),
    () => ({
      type: 'caller-known',
      accounts: pick([[], [SAMPLE_ACCOUNT], [SAMPLE_ACCOUNT, SAMPLE_ACCOUNT]]),
    }),
    () => ({ type: 'key', key: pick([...'0123456789*#A']) }),
    () => ({ type: 'key', key: pick([...'123#']) }),
    () => ({ type: 'playback-ended', step, completed: random() < 0.8 }),
    () => ({ type: 'timer', step }),
    () => ({
      type: 'look-up-result',
      step,
      result: pick(['found', 'not-found', 'unavailable'] as const),
      data: pick([undefined, {}, SAMPLE_DATA.outages, SAMPLE_DATA.bill]),
    }),
    () => ({
      type: 'password-result',
      step,
      result: pick(['verified', 'wrong', 'locked', 'unavailable'] as const),
      account: pick([undefined, SAMPLE_ACCOUNT]),
    }),
    () => ({ type: 'work-order-opened', step, number: pick(['', 'W1']), queryCode: pick(['', '12345678']) }),
    () => ({ type: 'work-order-failed', step }),
    () => ({ type: 'recording-ended', step, seconds: random() * 30, failed: random() < 0.3 }),
    () => ({ type: 'caller-forgotten', step, done: random() < 0.7 }),
    () => ({ type: 'queue-entered' }),
    () => ({ type: 'queue-left', reason: pick(QUEUE_LEAVINGS) }),
    () => ({ type: 'transferred', step }),
    () => ({ type: 'transfer-failed', step }),
    () => ({ type: random() < 0.05 ? 'hang-up' : 'resume' }),
  ];
  return pick(kinds)();
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
        for (let event = 0; event < 120 && !isOver(call.state); event += 1) {
          call.send(randomEvent(random, call.state));
          if (random() < 0.05) call.state = JSON.parse(JSON.stringify(call.state)) as FlowState;
        }
        for (let silence = 0; !isOver(call.state); silence += 1) {
          const { waits, step, node } = call.state;
          expect({ silence, node, waits, ended: silence < 2_000 }).toMatchObject({ ended: true });
          call.send(waits === 'queue' ? { type: 'queue-left', reason: 'timeout' } : { type: 'timer', step });
        }
      }),
      { numRuns: 100 },
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

describe('a key in every state', () => {
  it('never comes to a password that was not asked for yet, unless # ended the account before it', () => {
    const flow = defaultCallFlow();
    const keys = fc.array(fc.constantFrom(...'0123456789*#'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(keys, (typed) => {
        let { state } = startCall(flow, { ...FACTS, from: undefined });
        ({ state } = advanceCall(flow, state, { type: 'answered' }));
        let wasAsked = false;
        for (const key of typed) {
          const { state: after, effects } = advanceCall(flow, state, { type: 'key', key });
          const verified = effects.some(({ type }) => type === 'verify-password');
          if (verified) expect(wasAsked).toBe(true);
          if (!wasAsked && after.stage === 'password') expect(after.volatile?.entry).toBe('');
          wasAsked = after.stage === 'password';
          state = after;
        }
      }),
    );
  });
});
