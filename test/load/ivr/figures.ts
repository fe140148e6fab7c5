import type { Machine } from '../dialer/figures';
import type { MeasuredPasswords } from './measure-passwords';
import type { MeasuredMenu } from './measure-rate';
import type { IvrResult, MeasuredWay } from './run-ivr-bench';

type Way = 'dialplan' | 'bareAri' | 'product';

/** The figures as JSON. */
export interface IvrFigures {
  /** Calls through the measured menu, sustained. */
  readonly callsPerSecond?: number;
  readonly ratioToBareAri?: number;
  readonly ratioToDialplan?: number;
  readonly concurrentCalls?: number;
  /** At 100 calls a second. */
  readonly keyToPromptMsP50: number;
  readonly keyToPromptMsP99: number;
  readonly passwords: MeasuredPasswords;
  readonly ways: Readonly<Record<Way, { best: MeasuredMenu | null; timed: MeasuredMenu }>>;
  readonly tried: Readonly<Record<Way, readonly MeasuredMenu[]>>;
  readonly machine: Machine;
}

export function ivrFigures(result: IvrResult, machine: Machine): IvrFigures {
  const { dialplan, bareAri, product, passwords } = result;
  const best = product.rates.best;
  const told = ({ rates, timed }: MeasuredWay) => ({ best: rates.best ?? null, timed });
  return {
    callsPerSecond: best?.callsPerSecond,
    ratioToBareAri: ratio(best, bareAri.rates.best),
    ratioToDialplan: ratio(best, dialplan.rates.best),
    concurrentCalls: best?.concurrentCalls,
    keyToPromptMsP50: product.timed.keyToPromptMs.p50,
    keyToPromptMsP99: product.timed.keyToPromptMs.p99,
    passwords,
    ways: { dialplan: told(dialplan), bareAri: told(bareAri), product: told(product) },
    tried: { dialplan: dialplan.rates.tried, bareAri: bareAri.rates.tried, product: product.rates.tried },
    machine,
  };
}

function ratio(rate: MeasuredMenu | undefined, base: MeasuredMenu | undefined): number | undefined {
  return rate && base && rate.callsPerSecond / base.callsPerSecond;
}
