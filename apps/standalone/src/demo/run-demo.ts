import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchDetail } from '@switchyard/contracts';
import {
  type Lab,
  labAvailability,
  LabUnavailable,
  type Platform,
  RestClient,
  startLab,
  startPlatform,
} from '@switchyard/testing';
import { Customers, type RunningSample } from './customers';
import type { DemoOptions } from './demo-options';
import { Progress } from './progress';
import { arrearsSample, billSample, type SampleBatch } from './sample-batches';
import { type DemoSummary, merged, summarise, summaryTable } from './summary';

const HOTLINE = '95598';
const LONGEST_RUN_MS = 15 * 60_000;
const LINES = {
  IVR_LINES: '120',
  IVR_CALLS_PER_SECOND: '25',
  IVR_INBOUND_RESERVE: '6',
  IVR_CALLER_ID: HOTLINE,
  IVR_UNIT_NAME: '江城',
};

export interface RunningDemo {
  readonly summary: DemoSummary;
  readonly platform: Platform;
  stop(): Promise<void>;
}

/** The main job from file to paper list, over REST as any customer of the API would do it. */
export async function runDemo(options: DemoOptions, print: (line: string) => void): Promise<RunningDemo> {
  const startedAt = Date.now();
  const lab = await startLabIfPossible(options, print);
  const stops: (() => Promise<void>)[] = lab ? [() => lab.stop()] : [];
  const stop = async () => {
    for (const each of stops.reverse()) await each();
    stops.length = 0;
  };
  try {
    print('Starting the platform: PostgreSQL, gateway, ticket, hr, ivr …');
    const platform = await startPlatform({ name: 'demo', lab, env: LINES, postgres: { fsync: 'off' } });
    stops.push(() => platform.stop());
    const summary = await dial(platform, lab, startedAt, print);
    return { summary, platform, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startLabIfPossible(
  { simulator }: DemoOptions,
  print: (line: string) => void,
): Promise<Lab | undefined> {
  if (simulator) return simulated('as asked', print);
  const availability = labAvailability();
  if (!availability.available) return simulated(availability.reason, print);
  const where = availability.kind === 'docker' ? ' in a Docker container' : '';
  print(
    availability.built
      ? `Starting Asterisk, NATS and SIP subscribers${where} …`
      : `Getting Asterisk, NATS and SIP subscribers from Debian${where} (once, about a minute) …`,
  );
  try {
    return await startLab({ name: 'demo' });
  } catch (error) {
    if (!(error instanceof LabUnavailable)) throw error;
    return simulated(error.message, print);
  }
}

function simulated(reason: string, print: (line: string) => void): undefined {
  print('\n*** SIMULATED: no Asterisk is used. Outcomes come from scripted subscribers. ***');
  print(`*** Why: ${reason} ***\n`);
}

async function dial(
  platform: Platform,
  lab: Lab | undefined,
  startedAt: number,
  print: (line: string) => void,
): Promise<DemoSummary> {
  const api = await RestClient.signIn(platform.url, platform.admin);
  const today = new Date().toISOString();
  const samples: RunningSample[] = [];
  for (const sample of [billSample(today.slice(0, 10)), arrearsSample(today.slice(0, 7))]) {
    samples.push(await handIn(api, sample, print));
  }
  for (const sample of samples) await api.start(sample.batchId);
  print(
    'Dialling under the test policy: open day and night, seconds between attempts, at most three of them.\n',
  );
  const batches = await watch(api, samples, new Customers(api, lab, HOTLINE), startedAt);
  const contacts = await Promise.all(samples.map(({ batchId }) => api.contacts(batchId)));
  const summary = summarise({
    pbx: platform.pbx,
    batches,
    maxAttemptsPerContact: Math.max(...contacts.flat().map(({ countedAttempts }) => countedAttempts)),
    elapsedSeconds: (Date.now() - startedAt) / 1000,
  });
  print(`\n${summaryTable(summary, merged(batches.map((batch) => batch.dispositionReasons)))}`);
  const lists = await savePaperLists(api, samples, path.join(platform.folder, 'paper-notices'));
  print(['Paper-notice lists:', ...lists.map((file) => `  ${file}`)].join('\n'));
  return summary;
}

async function handIn(
  api: RestClient,
  sample: SampleBatch,
  print: (line: string) => void,
): Promise<RunningSample> {
  const { id: batchId } = await api.createBatch({ kind: sample.kind, name: sample.name, policyName: 'test' });
  const { rowsAccepted, rowsRefused } = await api.importFile(batchId, sample.fileName, sample.csv);
  print(`Handed in ${sample.name}: ${rowsAccepted} rows accepted, ${rowsRefused} refused.`);
  return { ...sample, batchId };
}

async function watch(
  api: RestClient,
  samples: readonly RunningSample[],
  customers: Customers,
  startedAt: number,
): Promise<readonly BatchDetail[]> {
  const progress = new Progress(process.stdout, startedAt);
  const deadline = Date.now() + LONGEST_RUN_MS;
  for (;;) {
    const batches = await Promise.all(samples.map(({ batchId }) => api.batch(batchId)));
    progress.show(batches);
    if (batches.every((batch) => batch.final)) {
      progress.end();
      await customers.finish();
      return batches;
    }
    if (Date.now() > deadline)
      throw new Error(`the batches are not over after ${LONGEST_RUN_MS / 60_000} minutes`);
    for (const sample of samples) await customers.act(sample);
    await sleep(1_000);
  }
}

async function savePaperLists(
  api: RestClient,
  samples: readonly RunningSample[],
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const { batchId, kind } of samples) {
    for (const format of ['csv', 'pdf'] as const) {
      const file = path.join(folder, `${kind}.${format}`);
      await writeFile(file, await api.handOff(batchId, format));
      files.push(path.relative(process.cwd(), file));
    }
  }
  return files;
}
