import { type Lab, type Platform, startLab, startPlatform } from '@switchyard/testing';
import { Pool } from 'pg';
import { SeededRandom } from '../faults/seeded-random';
import { type ShortSpeech, startShortSpeech } from '../faults/short-speech';
import { type Agent, seatAgent } from './agents';
import type { House } from './house';
import type { InboundOptions } from './inbound-options';
import { type InboundFaultsResult, summariseRounds } from './inbound-result';
import { type Round, runRound } from './run-round';

export interface InboundFaultsRun {
  readonly say: (line: string) => void;
  /** Ends the run early, cleaning up. */
  readonly signal: AbortSignal;
  /** Labs and platforms of different names run side by side. */
  readonly name: string;
  /** Used instead of a lab of its own; left running. */
  readonly lab?: Lab;
}

/** Breaks one thing after another while callers are in menus, in the queue and with agents. */
export async function runInboundFaults(
  options: InboundOptions,
  run: InboundFaultsRun,
): Promise<InboundFaultsResult> {
  const { say, signal, name } = run;
  const takesOver = options.faults.includes('take-over');
  say(`Seed ${options.seed}. Starting the lab and the platform …`);
  const lab = run.lab ?? (await startOwnLab(name));
  let platform: Platform | undefined;
  let speech: ShortSpeech | undefined;
  const agents: Agent[] = [];
  let database: Pool | undefined;
  try {
    signal.throwIfAborted();
    speech = await startShortSpeech(lab.sip.host);
    platform = await startPlatform({
      name,
      lab,
      ivrProcesses: takesOver ? 2 : 1,
      env: environment(speech, options),
    });
    if (takesOver) await platform.ivr[1]?.stop();
    for (let number = 1; number <= options.agents; number++) {
      signal.throwIfAborted();
      agents.push(await seatAgent(lab, platform, number, { answerAfterMs: 300, hangUp: 'caller' }));
    }
    database = openPool(platform);
    const random = new SeededRandom(options.seed);
    const house: House = { lab, platform, database, agents, random, say, signal };
    const rounds: Round[] = [];
    for (const [series, fault] of options.faults.entries()) {
      if (fault === 'take-over') await platform.ivr[1]?.start();
      rounds.push(await runRound(fault, house, options.callers, series));
      if (fault === 'take-over') await platform.ivr[1]?.stop();
    }
    return summariseRounds(options.seed, rounds);
  } finally {
    await database?.end();
    await Promise.all(agents.map(({ phone }) => phone.unplug()));
    await Promise.all((platform?.services ?? []).map((service) => service.kill()));
    await platform?.postgres?.stop();
    await speech?.stop();
    if (!run.lab) await lab.stop();
  }
}

async function startOwnLab(name: string): Promise<Lab> {
  const lab = await startLab({ name });
  if (lab.attached) throw new Error(`lab "${name}" is in use: another run of the faults is under way`);
  return lab;
}

/** Connects anew when PostgreSQL was away. */
function openPool(platform: Platform): Pool {
  const pool = new Pool({ connectionString: platform.postgres?.adminUrl, max: 3 });
  pool.on('error', () => undefined); // told by the next query, if it matters
  return pool;
}

function environment(speech: ShortSpeech, { callers }: InboundOptions): Record<string, string> {
  return {
    IVR_SPEECH: 'http',
    IVR_SPEECH_URL: speech.url,
    IVR_LINES: String(callers * 2 + 50),
    IVR_UNIT_NAME: '江城',
    GATEWAY_RATE_PER_MINUTE: '10000',
  };
}
