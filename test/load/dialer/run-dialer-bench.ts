import { startLab, type Lab, type Platform, startPlatform } from '@switchyard/testing';
import type { BenchOptions } from '../bench-options';
import { killIvr } from './ivr-process';
import { type CallsResult, measureCalls } from './measure-calls';
import { type ImportResult, measureImport } from './measure-import';
import { BASELINE_DIALPLAN } from './prompt';
import type { Scene } from './scene';

/** Labs and platforms of different names run side by side. */
const NAME = 'bench';

export interface DialerResult {
  readonly calls?: CallsResult;
  readonly import?: ImportResult;
}

/** Measures the dialer on a lab and a platform of its own, and leaves nothing running. */
export async function runDialerBench(
  options: BenchOptions,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<DialerResult> {
  say('Starting the lab and the platform …');
  const lab = await startLab({ name: NAME, dialplan: BASELINE_DIALPLAN });
  let platform: Platform | undefined;
  let scene: Scene | undefined;
  try {
    signal.throwIfAborted();
    platform = await startPlatform({
      name: NAME,
      lab,
      ivrProcesses: 0,
      env: { GATEWAY_RATE_PER_MINUTE: '10000' },
    });
    signal.throwIfAborted();
    scene = { lab, platform: withPostgres(platform), say, signal };
    await lab.asterisk.restart(); // with its records, now that their tables are there
    return await measureParts(scene, options);
  } finally {
    await cleanUp(lab, platform, scene);
  }
}

async function measureParts(scene: Scene, options: BenchOptions): Promise<DialerResult> {
  const { say } = scene;
  let calls: CallsResult | undefined;
  if (options.parts.includes('calls')) {
    say('Calls of 3 s, at one rate after another:');
    calls = await measureCalls(scene, options);
  }
  if (!options.parts.includes('import')) return { calls };
  say('Import:');
  return { calls, import: await measureImport(scene, options) };
}

function withPostgres(platform: Platform): Scene['platform'] {
  const { postgres } = platform;
  if (!postgres) throw new Error('the platform has no database of its own');
  return { ...platform, postgres };
}

/** After a failure nobody waits for calls to end. */
async function cleanUp(lab: Lab, platform: Platform | undefined, scene: Scene | undefined): Promise<void> {
  if (scene) await killIvr(scene);
  await Promise.all((platform?.services ?? []).map((service) => service.kill()));
  await platform?.postgres?.stop();
  await lab.stop();
}
