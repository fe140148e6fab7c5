import { batchRows, type RestClient, type ServiceProcess } from '@switchyard/testing';
import { percentile } from '../bench/percentile';
import { processUse } from '../bench/process-family';
import { callFigures } from '../bench/call-figures';
import { settledCalls } from './database';
import { liveHeapMb, startIvr } from './ivr-process';
import { WARM_UP_SECONDS } from './measure-baseline';
import type { MeasuredRate } from './measured-rate';
import { PROMPT_SECONDS } from './prompt';
import { cpuNow, cpuPerCall, othersShare, pause, type Scene, untilQuiet } from './scene';

/** The platform at one rate. */
export interface MeasuredProduct extends MeasuredRate {
  /** Contacts that got their disposition, per second. */
  readonly settledPerSecond: number;
  /** Milliseconds from the answer until the notice is heard. */
  readonly answerToNoticeMs: { readonly p50: number; readonly p99: number };
  /** Resident memory of the ivr process at the end, and what its live heap grew by 1,000 contacts meanwhile. */
  readonly residentMb: number;
  readonly growthMbPer1000Contacts: number;
}

export interface ProductRun {
  readonly scene: Scene;
  readonly api: RestClient;
  readonly clipsFolder: string;
  readonly windowSeconds: number;
  readonly profileFolder?: string;
}

/** The dialer begins with a second's calls at once. */
const BURST_SECONDS = 1;
const SPARE_SECONDS = 1;
/** Distinct numbers of one fate: two contacts of one number would share a call. */
const MOST_CONTACTS = 9_900;
const START_SECONDS = 20;
const DRAIN_SECONDS = 15;

let batches = 0;

/** Hands in a batch, lets the platform dial it at that rate, and takes its figures from the middle. */
export async function measureProduct(run: ProductRun, offeredPerSecond: number): Promise<MeasuredProduct> {
  const { scene, api, clipsFolder, windowSeconds, profileFolder } = run;
  await scene.lab.subscribers.clearCallLog();
  const ivr = await startIvr(
    scene,
    {
      IVR_CLIPS_DIR: clipsFolder,
      IVR_CALLS_PER_SECOND: String(offeredPerSecond),
      // The rate is the limit, not the lines: twice what calls of this length take.
      IVR_LINES: String(Math.ceil(offeredPerSecond * PROMPT_SECONDS * 2)),
      IVR_INBOUND_RESERVE: '0',
    },
    profileFolder,
  );
  const seconds = BURST_SECONDS + WARM_UP_SECONDS + windowSeconds + SPARE_SECONDS;
  const batchId = await handIn(api, Math.min(MOST_CONTACTS, Math.ceil(offeredPerSecond * seconds)));
  await api.start(batchId);
  await untilDialled(scene);
  const measured = await measure(run, ivr, offeredPerSecond);
  await api.stop(batchId);
  const quiet = await untilQuiet(scene, DRAIN_SECONDS);
  const calls = scene.lab.subscribers.callLog();
  await ivr.stop();
  const { from, to, cpuMs, residentMb, growthMb } = measured;
  const figures = callFigures(calls, {
    from,
    to,
    offeredPerSecond,
    wantedSeconds: PROMPT_SECONDS,
    refused: 0,
  });
  if (!quiet || !figures.sustained) await scene.lab.asterisk.restart();
  const settled = await settledCalls(scene, batchId, from, to);
  return {
    ...figures,
    cpuMsPerCall: cpuPerCall(cpuMs.before, cpuMs.after, (figures.callsPerSecond * (to - from)) / 1000),
    othersShare: othersShare(cpuMs.before, cpuMs.after),
    setupMs: spread(settled.setupMs),
    answerToNoticeMs: spread(settled.answerToNoticeMs),
    settledPerSecond: settled.contacts / ((to - from) / 1000),
    residentMb,
    growthMbPer1000Contacts: growthMb / Math.max(0.001, settled.contacts / 1000),
  };
}

async function measure({ scene, windowSeconds }: ProductRun, ivr: ServiceProcess, offeredPerSecond: number) {
  await pause(scene, WARM_UP_SECONDS);
  const heapBefore = await liveHeapMb(scene, ivr);
  const [from, before] = [Date.now(), cpuNow(scene, ivr.pid)];
  await pause(scene, windowSeconds);
  const [to, after] = [Date.now(), cpuNow(scene, ivr.pid)];
  const use = processUse(ivr.pid);
  if (!use) throw new Error(`the ivr process ended by itself at ${offeredPerSecond} calls/s`);
  return {
    from,
    to,
    cpuMs: { before, after },
    residentMb: use.residentMb,
    growthMb: (await liveHeapMb(scene, ivr)) - heapBefore,
  };
}

async function handIn(api: RestClient, contacts: number): Promise<string> {
  const from = batches++ * MOST_CONTACTS + 1;
  const { id } = await api.createBatch({ kind: 'bill-notice', name: `Bench ${batches}`, policyName: 'test' });
  const { rowsAccepted } = await api.importFile(id, 'bench.csv', chineseBills(contacts, from));
  if (rowsAccepted !== contacts) throw new Error(`${rowsAccepted} of ${contacts} rows were accepted`);
  return id;
}

/** Subscribers who press 1 after two seconds. */
function chineseBills(rows: number, from: number): string {
  const [header = [], ...contacts] = batchRows({ kind: 'bill-notice', rows, fates: ['confirms'], from });
  const language = header.indexOf('语言');
  const lines = contacts.map((cells) =>
    cells.map((cell, index) => (index === language ? '' : cell)).join(','),
  );
  return [header.join(','), ...lines, ''].join('\n');
}

async function untilDialled(scene: Scene): Promise<void> {
  for (let waited = 0; waited < START_SECONDS; waited += 0.1) {
    if (scene.lab.subscribers.callLog().length > 0) return;
    await pause(scene, 0.1);
  }
  throw new Error(`nobody was dialled within ${START_SECONDS} s`);
}

function spread(values: readonly number[]): { p50: number; p99: number } {
  return { p50: percentile(values, 50) ?? 0, p99: percentile(values, 99) ?? 0 };
}
