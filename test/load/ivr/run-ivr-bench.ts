import { type Lab, type Platform, startLab, startPlatform } from '@switchyard/testing';
import type { BenchOptions } from '../bench-options';
import { findSustained, type Search } from '../bench/find-sustained';
import { BareAriMenu } from './baselines/bare-ari-menu';
import { BARE_ARI_NUMBER, BASELINE_DIALPLAN, DIALPLAN_NUMBER } from './baselines/dialplan-menu';
import { type MeasuredPasswords, measurePasswords } from './measure-passwords';
import { type MeasuredMenu, measureRate } from './measure-rate';
import { layMenuSounds } from './menu-sounds';
import { startProduct } from './product/start-product';

/** Labs and platforms of different names run side by side. */
const NAME = 'bench-ivr';
/** Calls per second at which the answers to keys are timed (the aim's own rate). */
const TIMED_RATE = 100;
/** Calls per second with which the search begins. */
const FIRST = { dialplan: 160, bareAri: 140 };
/** Accounts whose telephone password is checked. */
const WITH_PASSWORD = 20;
const ANYBODY = ['+8613800000001'];

/** A way to serve the menu: the rates that it sustains, and its answers to keys at the timed rate. */
export interface MeasuredWay {
  readonly rates: Search<MeasuredMenu>;
  readonly timed: MeasuredMenu;
}

export interface IvrResult {
  readonly dialplan: MeasuredWay;
  readonly bareAri: MeasuredWay;
  readonly product: MeasuredWay;
  readonly passwords: MeasuredPasswords;
}

/** Measures the same menu three ways, on a lab and a platform of its own, and leaves nothing running. */
export async function runIvrBench(
  options: BenchOptions,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<IvrResult> {
  say('Starting the lab and the platform …');
  const lab = await startLab({ name: NAME, dialplan: BASELINE_DIALPLAN });
  let platform: Platform | undefined;
  try {
    signal.throwIfAborted();
    platform = await startPlatform({
      name: NAME,
      lab,
      ivrProcesses: 0,
      env: { GATEWAY_RATE_PER_MINUTE: '10000' },
    });
    await lab.asterisk.restart(); // with its records, now that their tables are there
    if (!(await lab.asterisk.recordsAttached())) throw new Error('Asterisk writes no call records');
    layMenuSounds(lab.prompts);
    return await measureWays(lab, platform, options, say, signal);
  } finally {
    await platform?.stop();
    await lab.stop();
  }
}

async function measureWays(
  lab: Lab,
  platform: Platform,
  options: BenchOptions,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<IvrResult> {
  const way = async (name: string, to: string, numbers: readonly string[], first: number) => {
    const at = async (offeredPerSecond: number) => {
      const { windowSeconds } = options;
      const rate = await measureRate({ lab, to, numbers, offeredPerSecond, windowSeconds, signal });
      const { p50, p99 } = rate.keyToPromptMs;
      say(
        `  ${name}: ${offeredPerSecond}/s offered, ${rate.callsPerSecond.toFixed(1)}/s done, ` +
          `key to prompt ${p50.toFixed(1)}/${p99.toFixed(1)} ms, ${rate.shortfall ?? 'holds'}`,
      );
      return rate;
    };
    const rates = await findSustained(options.firstRate ?? first, options.steps, at);
    return { rates, timed: await at(TIMED_RATE) };
  };
  const dialplan = await way('plain dialplan', DIALPLAN_NUMBER, ANYBODY, FIRST.dialplan);
  const script = await BareAriMenu.open(lab);
  const bareAri = await way('bare ARI', BARE_ARI_NUMBER, ANYBODY, FIRST.bareAri).finally(() =>
    script.close(),
  );
  const product = await startProduct(lab, platform, signal, say);
  try {
    const first = Math.round(0.9 * (bareAri.rates.best?.callsPerSecond ?? FIRST.bareAri));
    const platformsWay = await way('the platform', product.number, product.callers, first);
    const accounts = product.accounts.slice(0, WITH_PASSWORD);
    const passwords = await measurePasswords(lab, product.api, accounts, options.windowSeconds);
    return { dialplan, bareAri, product: platformsWay, passwords };
  } finally {
    await product.stop();
  }
}
