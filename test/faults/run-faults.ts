import { setTimeout as sleep } from 'node:timers/promises';
import { TEST_POLICY } from '@switchyard/domain';
import { type Lab, type Platform, startLab, startPlatform } from '@switchyard/testing';
import { billFile, contactsFor, type FaultsContact } from './contacts';
import type { FaultsOptions } from './faults-options';
import type { FaultName } from './fault-names';
import { inject, struckBy } from './inject';
import { judgeCalls } from './judge-calls';
import { judgeRecords, type PaymentRow } from './judge-records';
import { readDatabase, readStreams, waitingEvents } from './read-records';
import { type FaultsResult, type Injection, summarise } from './result';
import { PatientApi } from './rest';
import { Scene } from './scene';
import { type ShortSpeech, startShortSpeech } from './short-speech';
import { SeededRandom } from './seeded-random';

/** A fault meets at least so many calls in progress. */
const CALLS_TO_DISTURB = 3;
/** So many of the faults, of one, may strike before the one before is mended. */
const OVERLAPPING = 0.4;
const EVENTS_TIMEOUT_MS = 90_000;
const HANGING_TIMEOUT_MS = 30_000;
/** How many customers pay while they are dialled. */
const PAYERS = 6;

export interface FaultsRun {
  readonly say: (line: string) => void;
  /** Ends the run early, cleaning up. */
  readonly signal: AbortSignal;
  /** Labs and platforms of different names run side by side. */
  readonly name: string;
  /** Used instead of a lab of its own; left running. */
  readonly lab?: Lab;
}

/** Dials a batch, breaks one thing after another meanwhile, and judges what came of it. */
export async function runFaults(options: FaultsOptions, run: FaultsRun): Promise<FaultsResult> {
  const { say, signal, name } = run;
  const startedAt = Date.now();
  say(`Seed ${options.seed}. Starting the lab and the platform with two ivr processes …`);
  const lab = run.lab ?? (await startOwnLab(name));
  let platform: Platform | undefined;
  let speech: ShortSpeech | undefined;
  try {
    signal.throwIfAborted();
    speech = await startShortSpeech(lab.sip.host);
    platform = await startPlatform({ name, lab, ivrProcesses: 2, env: environment(options, speech) });
    signal.throwIfAborted();
    const scene = new Scene(lab, platform, new SeededRandom(options.seed), say, signal);
    const result = await Promise.race([dialAndBreak(options, scene, startedAt), rejectWhenAborted(signal)]);
    await platform.stop();
    platform = undefined;
    return result;
  } finally {
    await speech?.stop();
    await cleanUp(platform);
    if (!run.lab) await lab.stop();
  }
}

async function startOwnLab(name: string): Promise<Lab> {
  const lab = await startLab({ name });
  if (lab.attached) throw new Error(`lab "${name}" is in use: another run of the faults is under way`);
  return lab;
}

function environment({ lines }: FaultsOptions, speech: ShortSpeech): Record<string, string> {
  return {
    IVR_SPEECH: 'http',
    IVR_SPEECH_URL: speech.url,
    IVR_LINES: String(lines),
    IVR_CALLS_PER_SECOND: '8',
    IVR_INBOUND_RESERVE: '1',
    IVR_UNIT_NAME: '江城',
    GATEWAY_RATE_PER_MINUTE: '10000',
  };
}

/** Ends the wait for whatever takes long just then. */
function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** After a failure nobody waits for calls to end. */
async function cleanUp(platform: Platform | undefined): Promise<void> {
  await Promise.all((platform?.services ?? []).map((service) => service.kill()));
  await platform?.postgres?.stop();
}

async function dialAndBreak(options: FaultsOptions, scene: Scene, startedAt: number): Promise<FaultsResult> {
  const { platform, random, say } = scene;
  const api = new PatientApi(platform.url, platform.admin);
  await api.signIn();
  const contacts = contactsFor(options.contacts, random);
  const { id: batchId } = await api.createBatch(`Faults, seed ${options.seed}`);
  const accepted = await api.importFile(batchId, billFile(contacts, new Date().toISOString().slice(0, 10)));
  if (accepted !== contacts.length) throw new Error(`${accepted} of ${contacts.length} rows were accepted`);
  await api.start(batchId);
  say(`${accepted} contacts are being dialled on ${options.lines} lines.`);

  const paid: PaymentRow[] = [];
  const paying = payNowAndThen(api, contacts, paid, scene.signal);
  paying.catch(() => undefined); // awaited below, unless something else fails first
  const injections = await breakThings(options.faults, scene, startedAt);
  await paying;
  await untilFinal(api, batchId, scene, options.patienceMs);
  scene.countFallen();
  return judge({ options, scene, api, batchId, paid, injections, startedAt });
}

/** One fault after another, each on calls in progress; some strike before the one before is mended. */
async function breakThings(
  faults: readonly FaultName[],
  scene: Scene,
  startedAt: number,
): Promise<readonly Injection[]> {
  const { random, say } = scene;
  const injections: Injection[] = [];
  const mending = new Map<string, Promise<void>>();
  for (const fault of random.shuffled(faults)) {
    const overlaps = random.next() < OVERLAPPING;
    await (overlaps ? mending.get(struckBy(fault)) : Promise.all(mending.values()));
    if (!overlaps) scene.countFallen();
    await scene.pause(500, 6_000);
    await scene.untilCalls(CALLS_TO_DISTURB);
    const calls = scene.callsInProgress();
    const second = Math.round((Date.now() - startedAt) / 1000);
    say(`${String(second).padStart(4)} s  ${fault}, ${calls} calls in progress`);
    injections.push({ fault, second, calls });
    const mended = inject(fault, scene);
    mended.catch(() => undefined); // awaited before the next fault, or at the end
    mending.set(struckBy(fault), mended);
  }
  await Promise.all(mending.values());
  return injections;
}

/** Customers who pay while they are dialled: what is paid is not dialled any more. */
async function payNowAndThen(
  api: PatientApi,
  contacts: readonly FaultsContact[],
  paid: PaymentRow[],
  signal: AbortSignal,
): Promise<void> {
  const payers = contacts.filter(({ fate }) => fate === 'busy' || fate === 'declines').slice(0, PAYERS);
  for (const { accountNo, owedFen } of payers) {
    await sleep(4_000, undefined, { signal });
    await api.pay(accountNo, owedFen);
    paid.push({ accountNo, amountFen: owedFen });
  }
}

async function untilFinal(api: PatientApi, batchId: string, scene: Scene, patienceMs: number): Promise<void> {
  let last = '';
  const lastSaid = { at: 0 };
  try {
    await scene.until(
      'every contact is in a final state',
      async () => {
        const { final, states } = await api.batch(batchId);
        last = `${states.done} done, ${states.calling} calling, ${states.waiting} waiting`;
        if (Date.now() - lastSaid.at > 15_000) {
          scene.say(`        ${last}`);
          lastSaid.at = Date.now();
        }
        return final;
      },
      patienceMs,
    );
  } catch (error) {
    scene.signal.throwIfAborted();
    // What is left over is judged as lost.
    scene.say(`The batch did not end: ${last}. ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Evidence {
  readonly options: FaultsOptions;
  readonly scene: Scene;
  readonly api: PatientApi;
  readonly batchId: string;
  readonly paid: readonly PaymentRow[];
  readonly injections: readonly Injection[];
  readonly startedAt: number;
}

async function judge(evidence: Evidence): Promise<FaultsResult> {
  const { api, batchId, scene, options } = evidence;
  const { lab, platform } = scene;
  const adminUrl = platform.postgres?.adminUrl ?? '';
  await quiet(scene, 'all events have taken effect', EVENTS_TIMEOUT_MS, async () => {
    return (await waitingEvents(adminUrl)) === 0;
  });
  await quiet(scene, 'all calls have ended', HANGING_TIMEOUT_MS, () => scene.callsInProgress() === 0);
  const contacts = await api.contacts(batchId);
  const database = await readDatabase(adminUrl);
  const attemptCap = TEST_POLICY.attempts['bill-notice'].maxCounted;
  const calls = lab.subscribers.callLog();
  const findings = judgeCalls({
    calls,
    deaths: scene.deaths,
    settledAt: settledAt(contacts),
    spacing: spacing(),
    ringSeconds: TEST_POLICY.ringSeconds,
    attemptCap,
  });
  const checks = judgeRecords({
    ...database,
    contacts,
    attemptCap,
    handOffList: await api.handOffList(batchId),
    streamed: await readStreams(lab.natsUrl),
    paid: evidence.paid,
  });
  return summarise({
    seed: options.seed,
    injections: evidence.injections,
    calls,
    contacts,
    findings,
    checks: [...checks, { name: 'no process ended by itself', findings: [...scene.fallen] }],
    outcomes: database.outcomes,
    evidence: database.evidence,
    startedAt: evidence.startedAt,
    endedAt: Date.now(),
  });
}

/** What is not so in time is for the judges to find. */
async function quiet(
  scene: Scene,
  what: string,
  timeoutMs: number,
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  try {
    await scene.until(what, condition, timeoutMs);
  } catch (error) {
    scene.signal.throwIfAborted();
    scene.say(String(error));
  }
}

function settledAt(
  contacts: readonly { readonly number: string; readonly disposedAt?: string }[],
): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  for (const { number, disposedAt } of contacts) {
    const at = disposedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(disposedAt);
    latest.set(number, Math.max(latest.get(number) ?? 0, at));
  }
  return latest;
}

function spacing() {
  const { spacingSeconds } = TEST_POLICY.attempts['bill-notice'];
  return {
    busy: spacingSeconds.busy,
    noAnswer: spacingSeconds['no-answer'],
    rejected: spacingSeconds.rejected,
    switchedOff: spacingSeconds['switched-off'],
    technical: TEST_POLICY.technical.firstBackOffSeconds,
    floor: Math.min(...Object.values(spacingSeconds)),
  };
}
