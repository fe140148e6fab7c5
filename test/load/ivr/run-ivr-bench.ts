import { type Lab, type Platform, startLab, startPlatform } from '@switchyard/testing';
import type { BenchOptions } from '../bench-options';
import { findSustained, type Search } from '../bench/find-sustained';
import { profiled } from '../bench/profiled';
import { BareAriMenu } from './baselines/bare-ari-menu';
import { BARE_ARI_NUMBER, BASELINE_DIALPLAN, DIALPLAN_NUMBER } from './baselines/dialplan-menu';
import { type MeasuredPasswords, measurePasswords } from './measure-passwords';
import { type MeasuredMenu, measureRate } from './measure-rate';
import { menuProcesses } from './menu-cpu';
import { layMenuSounds } from './menu-sounds';
import { startProduct } from './product/start-product';

/** Labs and platforms of different names run side by side. */
const NAME = 'bench-ivr';
/** Calls per second at which the answers to keys are timed (the aim's own rate). */
const TIMED_RATE = 100;
/** What has just started is slow for some hundred calls. Calls per second, and seconds. */
const WARM_UP = { rate: 50, windowSeconds: 6 };
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
      env: { GATEWAY_RATE_PER_MINUTE: '10000', ...profiled(options.profile) },
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
  const way = async (
    name: string,
    to: string,
    numbers: readonly string[],
    first: number,
    controller?: number,
  ) => {
    const processes = menuProcesses(lab, platform, () => controller);
    const at = async (
      offeredPerSecond: number,
      { windowSeconds }: Pick<BenchOptions, 'windowSeconds'> = options,
    ) => {
      const rate = await measureRate({
        lab,
        to,
        numbers,
        offeredPerSecond,
        windowSeconds,
        signal,
        processes,
      });
      say(line(name, rate));
      return rate;
    };
    say(`  ${name}: warming up, not counted`);
    await at(WARM_UP.rate, WARM_UP);
    const rates = await findSustained(options.firstRate ?? first, options.steps, (rate) => at(rate));
    return { rates, timed: await at(TIMED_RATE) };
  };
  const dialplan = await way('plain dialplan', DIALPLAN_NUMBER, ANYBODY, FIRST.dialplan);
  const script = await BareAriMenu.open(lab);
  const bareAri = await way('bare ARI', BARE_ARI_NUMBER, ANYBODY, FIRST.bareAri, process.pid).finally(() =>
    script.close(),
  );
  const product = await startProduct(lab, platform, signal, say, options.profile);
  try {
    const first = Math.round(0.9 * (bareAri.rates.best?.callsPerSecond ?? FIRST.bareAri));
    const platformsWay = await way('the platform', product.number, product.callers, first, product.pid);
    const accounts = product.accounts.slice(0, WITH_PASSWORD);
    const passwords = await measurePasswords(lab, product.api, accounts, options.windowSeconds);
    return { dialplan, bareAri, product: platformsWay, passwords };
  } finally {
    await product.stop();
  }
}

function line(
  name: string,
  { offeredPerSecond, callsPerSecond, keyToPromptMs, shortfall, ...rate }: MeasuredMenu,
): string {
  const { controller, ticket, asterisk } = rate.cpuMsPerCall;
  return [
    `  ${name}: ${offeredPerSecond}/s offered, ${callsPerSecond.toFixed(1)}/s done`,
    `key to prompt ${keyToPromptMs.p50.toFixed(1)}/${keyToPromptMs.p99.toFixed(1)} ms`,
    `CPU a call ${controller.toFixed(1)} + ticket ${ticket.toFixed(1)} + asterisk ${asterisk.toFixed(1)} ms`,
    `${shortfall ?? 'holds'}, others used ${Math.round(rate.othersShare * 100)} %`,
  ].join(', ');
}
