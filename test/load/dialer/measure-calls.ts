import path from 'node:path';
import { RestClient } from '@switchyard/testing';
import type { BenchOptions } from '../bench-options';
import { AmiDriver } from './ami-driver';
import { BareAriDriver } from './bare-ari-driver';
import type { CallDriver } from './call-driver';
import { findSustained, type Search } from '../bench/find-sustained';
import { measureBaseline } from './measure-baseline';
import { type MeasuredProduct, measureProduct } from './measure-product';
import type { MeasuredRate } from './measured-rate';
import { layPrompt } from './prompt';
import type { Scene } from './scene';
import { layShortWords } from './short-words';

export interface CallsResult {
  readonly ami: Search<MeasuredRate>;
  readonly bareAri: Search<MeasuredRate>;
  readonly product: Search<MeasuredProduct>;
}

/** Calls per second with which the search begins. */
const FIRST = { ami: 180, bareAri: 140, product: 120 };
/** From here on others' work is worth a word. */
const OTHERS_MATTER = 0.1;
/** Seconds after which no further rate is tried. */
const ENOUGH = { baseline: 90, product: 150 };

/** The three ways to call, one after another, on the same Asterisk with its records on. */
export async function measureCalls(scene: Scene, options: BenchOptions): Promise<CallsResult> {
  const { lab, platform, say } = scene;
  if (!(await lab.asterisk.recordsAttached())) throw new Error('Asterisk writes no call records');
  layPrompt(lab.prompts);
  const ami = await baseline(
    'AMI originate into the dialplan',
    FIRST.ami,
    (at) => AmiDriver.open(at),
    scene,
    options,
  );
  await lab.asterisk.restart();
  const bareAri = await baseline('bare ARI', FIRST.bareAri, (at) => BareAriDriver.open(at), scene, options);
  await lab.asterisk.restart();
  const api = await RestClient.signIn(platform.url, platform.admin);
  const run = {
    scene,
    api,
    clipsFolder: layShortWords(path.join(platform.folder, 'clips')),
    windowSeconds: options.windowSeconds,
    profileFolder: options.profile,
  };
  const first = options.firstRate ?? Math.round(0.85 * (bareAri.best?.callsPerSecond ?? FIRST.product));
  const product = await findSustained(
    first,
    options.steps,
    async (rate) => tell(say, 'the platform', await measureProduct(run, rate)),
    after(ENOUGH.product),
  );
  return { ami, bareAri, product };
}

async function baseline(
  name: string,
  first: number,
  open: (lab: Scene['lab']) => Promise<CallDriver>,
  scene: Scene,
  { steps, windowSeconds, firstRate = first }: BenchOptions,
): Promise<Search<MeasuredRate>> {
  return findSustained(
    firstRate,
    steps,
    async (rate) => {
      // A connection of its own for each rate: Asterisk may have been restarted.
      const driver = await open(scene.lab);
      try {
        return tell(scene.say, name, await measureBaseline(scene, driver, rate, windowSeconds));
      } finally {
        await driver.close();
      }
    },
    after(ENOUGH.baseline),
  );
}

function after(seconds: number): () => boolean {
  const end = Date.now() + seconds * 1000;
  return () => Date.now() > end;
}

function tell<Figures extends MeasuredRate>(say: Scene['say'], name: string, figures: Figures): Figures {
  const { offeredPerSecond, callsPerSecond, shortfall, othersShare } = figures;
  const others =
    othersShare > OTHERS_MATTER ? ` (others used ${Math.round(othersShare * 100)} % of the machine)` : '';
  say(
    `  ${name}: ${offeredPerSecond}/s offered, ${callsPerSecond.toFixed(1)}/s done, ${shortfall ?? 'holds'}${others}`,
  );
  return figures;
}
