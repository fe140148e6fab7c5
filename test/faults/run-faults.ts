import { TEST_POLICY } from '@switchyard/domain';
import { type Lab, type Platform, startLab, startPlatform } from '@switchyard/testing';
import { Campaign } from './campaign';
import { contactsFor } from './contacts';
import type { FaultName } from './fault-names';
import type { FaultsOptions } from './faults-options';
import { inject, struckBy } from './inject';
import { type ExpectedSpacing, judgeCalls } from './judge-calls';
import { judgeRecords } from './judge-records';
import { readDatabase, readStreams, waitingEvents } from './read-records';
import { PatientApi } from './rest';
import { type FaultsResult, type Injection, summarise } from './result';
import { Scene } from './scene';
import { SeededRandom } from './seeded-random';
import { type ShortSpeech, startShortSpeech } from './short-speech';

/** A fault meets at least so many calls in progress. */
const CALLS_TO_DISTURB = 3;
/** So many of the faults, of one, may strike before the one before is mended. */
const OVERLAPPING = 0.4;
const EVENTS_TIMEOUT_MS = 90_000;
const HANGING_TIMEOUT_MS = 30_000;
const RULE = TEST_POLICY.attempts['bill-notice'];

export interface FaultsRun {
  readonly say: (line: string) => void;
  /** Ends the run early, cleaning up. */
  readonly signal: AbortSignal;
  /** Labs and platforms of different names run side by side. */
  readonly name: string;
  /** Used instead of a lab of its own; left running. */
  readonly lab?: Lab;
}

/** Dials batches, breaks one thing after another meanwhile, and judges what came of it. */
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
  const contacts = contactsFor(options.contacts, random, options.withoutFates);
  const campaign = await Campaign.handIn(api, scene, contacts, options.faults.length);
  say(`${contacts.length} contacts are handed in, to be dialled on ${options.lines} lines.`);
  campaign.beginPaying(contacts);
  const injections = await breakThings(options.faults, scene, campaign, startedAt);
  await campaign.untilFinal(options.patienceMs);
  scene.countFallen();
  return judge(options, scene, campaign, injections, startedAt);
}

/** One fault after another, each on calls in progress; some strike before the one before is mended. */
async function breakThings(
  faults: readonly FaultName[],
  scene: Scene,
  campaign: Campaign,
  startedAt: number,
): Promise<readonly Injection[]> {
  const { random, say } = scene;
  const injections: Injection[] = [];
  const mending = new Map<string, Promise<void>>();
  for (const fault of random.shuffled(faults)) {
    const overlaps = random.next() < OVERLAPPING;
    await (overlaps ? mending.get(struckBy(fault)) : Promise.all(mending.values()));
    if (!overlaps) scene.countFallen();
    await campaign.startNext();
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

async function judge(
  { seed }: FaultsOptions,
  scene: Scene,
  campaign: Campaign,
  injections: readonly Injection[],
  startedAt: number,
): Promise<FaultsResult> {
  const { lab, platform } = scene;
  const adminUrl = platform.postgres?.adminUrl ?? '';
  await scene.becomes(
    'all events have taken effect',
    async () => (await waitingEvents(adminUrl)) === 0,
    EVENTS_TIMEOUT_MS,
  );
  await scene.becomes('all calls have ended', () => scene.callsInProgress() === 0, HANGING_TIMEOUT_MS);
  const contacts = await campaign.contacts();
  const database = await readDatabase(adminUrl);
  const calls = lab.subscribers.callLog();
  const findings = judgeCalls({
    calls,
    deaths: scene.deaths,
    settledAt: settledAt(contacts),
    spacing: expectedSpacing(),
    ringSeconds: TEST_POLICY.ringSeconds,
    attemptCap: RULE.maxCounted,
  });
  const checks = judgeRecords({
    ...database,
    contacts,
    attemptCap: RULE.maxCounted,
    handOffList: await campaign.handOffList(),
    streamed: await readStreams(lab.natsUrl),
    paid: campaign.paid,
  });
  return summarise({
    seed,
    injections,
    calls,
    contacts,
    findings,
    startedAt,
    checks: [...checks, { name: 'no process ended by itself', findings: [...scene.fallen] }],
    outcomes: database.outcomes,
    evidence: database.evidence,
    endedAt: Date.now(),
  });
}

/** By number: when the last of its contacts was disposed of; never where one was not. */
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

function expectedSpacing(): ExpectedSpacing {
  const { spacingSeconds } = RULE;
  return {
    busy: spacingSeconds.busy,
    noAnswer: spacingSeconds['no-answer'],
    rejected: spacingSeconds.rejected,
    switchedOff: spacingSeconds['switched-off'],
    technical: TEST_POLICY.technical.firstBackOffSeconds,
    floor: Math.min(...Object.values(spacingSeconds)),
  };
}
