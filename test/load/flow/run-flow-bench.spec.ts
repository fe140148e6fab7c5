import { measureFlow } from './measure-flow';
import { flowReport, meetsFlowAim } from './run-flow-bench';

/** A clock that stands still but for the calls: each takes so many milliseconds. */
function clockOf(msPerCall: number): () => number {
  let readings = -1;
  return () => {
    readings += 1;
    return readings * msPerCall;
  };
}

describe('the bench of the flow engine', () => {
  it('counts whole calls, by the clock that it is given', () => {
    const figures = measureFlow(32, clockOf(2));
    expect(figures).toMatchObject({ calls: 16, callsPerMinute: 30_000 });
    // Each is a call with prompts and keys, not a hang-up at once.
    expect(figures.eventsPerCall).toBeGreaterThan(5);
    expect(figures.secondsPerCall).toBeGreaterThan(5);
  });

  it.each([
    [2, false, /30,000 a minute \(50,000 wanted: MISSED\)/],
    [1, true, /60,000 a minute \(50,000 wanted: met\)/],
  ])('with %d ms a call meets its aim: %s', (msPerCall, meets, told) => {
    const figures = measureFlow(32, clockOf(msPerCall));
    expect(meetsFlowAim(figures)).toBe(meets);
    expect(flowReport(figures)).toMatch(told);
  });
});
