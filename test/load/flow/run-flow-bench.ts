import { measureFlow, type FlowFigures } from './measure-flow';

const WARM_UP_MS = 1_000;
/** What one process is to do at least. */
const AIM = 50_000;

/** The engine alone, on virtual time: neither PBX nor database nor messages. */
export function runFlowBench(windowSeconds: number): FlowFigures {
  const now = () => performance.now();
  measureFlow(WARM_UP_MS, now);
  return measureFlow(windowSeconds * 1000, now);
}

export function meetsFlowAim({ callsPerMinute }: FlowFigures): boolean {
  return callsPerMinute >= AIM;
}

/** For people. */
export function flowReport(figures: FlowFigures): string {
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  const aim = `${whole(AIM)} wanted: ${meetsFlowAim(figures) ? 'met' : 'MISSED'}`;
  return `Simulated calls of the default flow, one process: ${whole(figures.callsPerMinute)} a minute (${aim})
  ${whole(figures.eventsPerSecond)} events a second, ${figures.eventsPerCall.toFixed(1)} a call; a call lasts ${whole(figures.secondsPerCall)} s of its own time
  ${whole(figures.calls)} calls measured, every second one with random keys in a world where everything may fail`;
}
