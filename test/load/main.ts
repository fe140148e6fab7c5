import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { type BenchOptions, parseBenchOptions, USAGE } from './bench-options';
import { deskReport, runDeskBench } from './desk/run-desk-bench';
import { benchFigures } from './dialer/figures';
import { report } from './dialer/report';
import { runDialerBench } from './dialer/run-dialer-bench';
import { flowReport, meetsFlowAim, runFlowBench } from './flow/run-flow-bench';
import { ivrFigures } from './ivr/figures';
import { ivrReport } from './ivr/report';
import { runIvrBench } from './ivr/run-ivr-bench';
import { peopleReport, runPeopleBench } from './people/run-people-bench';

/** Whoever takes longer is ended, cleaning up. */
const LONGEST_MS = 20 * 60_000;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return print(USAGE);
  const options = parseBenchOptions(process.argv.slice(2));
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => abort.abort(new Error(`ended by ${signal}`)));
  }
  const timer = setTimeout(() => abort.abort(new Error('it took longer than twenty minutes')), LONGEST_MS);
  try {
    switch (options.bench) {
      case 'dialer':
        return await dialer(options, abort.signal);
      case 'ivr':
        return await ivr(options, abort.signal);
      case 'flow':
        return await flow(options);
      case 'desk':
        return await desk(options, abort.signal);
      case 'people':
        return await people(options, abort.signal);
    }
  } catch (error) {
    throw abort.signal.aborted ? abort.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

async function dialer(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const loadBefore = load();
  const result = await runDialerBench(options, print, signal);
  const figures = benchFigures(result, { cpus: cpus().length, loadBefore, loadAfter: load() });
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  print(report(result, figures));
  print(`Load of the machine before: ${loadBefore.toFixed(1)} on ${cpus().length} processors.`);
}

async function ivr(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const loadBefore = load();
  const result = await runIvrBench(options, print, signal);
  const figures = ivrFigures(result, { cpus: cpus().length, loadBefore, loadAfter: load() });
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  print(ivrReport(result, figures));
  print(`Load of the machine before: ${loadBefore.toFixed(1)} on ${cpus().length} processors.`);
}

async function flow(options: BenchOptions): Promise<void> {
  const figures = runFlowBench(options.windowSeconds);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  print(flowReport(figures));
  if (!meetsFlowAim(figures)) process.exitCode = 1;
  print(`Load of the machine: ${load().toFixed(1)} on ${cpus().length} processors.`);
}

async function desk(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const result = await runDeskBench(options.rows, print, signal);
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify(result.figures, null, 2)}\n`);
  print(deskReport(result));
  print(`Load of the machine: ${load().toFixed(1)} on ${cpus().length} processors.`);
}

async function people(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const figures = await runPeopleBench(options.staff, print, signal);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  print(peopleReport(figures));
  print(`Load of the machine: ${load().toFixed(1)} on ${cpus().length} processors.`);
}

function load(): number {
  return loadavg()[0] ?? 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    const words = error instanceof TypeError ? `${error.message}\n\n${USAGE}` : describe(error);
    process.stderr.write(`The bench could not be run: ${words}\n`);
    process.exit(1);
  },
);

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
