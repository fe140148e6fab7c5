import {
  defaultCallFlow,
  type FlowFacts,
  garbledCaller,
  garbledWorld,
  scriptedCaller,
  seededRandom,
  simulateCall,
  type SimulatedMove,
  type FlowState,
  willingWorld,
} from '@switchyard/domain';

export interface FlowFigures {
  readonly callsPerMinute: number;
  readonly eventsPerSecond: number;
  readonly eventsPerCall: number;
  /** How long a simulated call lasts on its own clock, seconds. */
  readonly secondsPerCall: number;
  readonly calls: number;
}

const FACTS: FlowFacts = {
  from: '+8613900010001',
  unit: { 'zh-CN': '城关', en: 'Chengguan' },
  workingDay: true,
  minuteOfDay: 600,
  sample: 0.1,
};

/** What callers come for: data, outages, a case, an application, a fault, a complaint, a human. */
const SCRIPTS = [
  '1 1 1 2 !',
  '1 2 !',
  '1 3 40718236 !',
  '1 4 1 1 8 !',
  '2 1 #',
  '3 2 2 #',
  '0 5 1 9',
  '8 1 1 3 !',
];

/** Whole calls of the default flow, one after another in this process, for so long; every second caller is garbled. */
export function measureFlow(windowMs: number, now: () => number): FlowFigures {
  const flow = defaultCallFlow();
  const random = seededRandom(1);
  const totals = { calls: 0, events: 0, virtualMs: 0 };
  const startedAt = now();
  let elapsedMs = 0;
  for (; elapsedMs < windowMs; elapsedMs = now() - startedAt) {
    const garbled = totals.calls % 2 === 1;
    const call = simulateCall({
      flow,
      facts: { ...FACTS, sample: random() },
      world: garbled ? garbledWorld(random) : willingWorld(),
      nextMove: garbled ? garbledCaller(random) : sensible(totals.calls),
    });
    totals.calls += 1;
    totals.events += call.events;
    totals.virtualMs += call.lastedMs;
  }
  return {
    callsPerMinute: (totals.calls / elapsedMs) * 60_000,
    eventsPerSecond: (totals.events / elapsedMs) * 1000,
    eventsPerCall: totals.events / totals.calls,
    secondsPerCall: totals.virtualMs / totals.calls / 1000,
    calls: totals.calls,
  };
}

function sensible(calls: number): (state: FlowState) => SimulatedMove | undefined {
  return scriptedCaller(SCRIPTS[(calls / 2) % SCRIPTS.length] ?? '');
}
