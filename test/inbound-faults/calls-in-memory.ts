import type { ServiceProcess } from '@switchyard/testing';

/** Gauges of an ivr process that are 0 when nobody calls. */
const CALLS = /^(switchyard_(?:callers_in_menus|callers_elsewhere|calls_at_work))(?:{[^}]*})? ([0-9.e+]+)$/gm;

/** What each process that runs believes to have of calls, as `process: metric calls`; empty when none has any. */
export async function callsInMemory(processes: readonly ServiceProcess[]): Promise<string[]> {
  const told = await Promise.all(
    processes
      .filter(({ pid }) => pid !== undefined)
      .map(async ({ name, url }) => {
        const answer = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(10_000) });
        return callsCounted(await answer.text()).map((each) => `${name}: ${each}`);
      }),
  );
  return told.flat();
}

/** Reads Prometheus' text. @throws Error when one of the gauges is missing */
export function callsCounted(metrics: string): string[] {
  const found = [...metrics.matchAll(CALLS)];
  if (found.length < 3) throw new Error(`gauges of calls are missing: ${found.map(([line]) => line).join()}`);
  return found.filter(([, , value]) => Number(value) !== 0).map(([, name, value]) => `${name} ${value}`);
}
