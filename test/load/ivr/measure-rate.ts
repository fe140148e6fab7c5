import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab } from '@switchyard/testing';
import { collectGarbage } from '../bench/collect-garbage';
import { cpuNow, cpuPerCall, othersShare } from '../bench/cpu-use';
import { percentile } from '../bench/percentile';
import { familyCpuMs } from '../bench/process-family';
import { Callers } from './callers';
import { keyToPrompt } from './capture/key-to-prompt';
import { RtpCapture } from './capture/rtp-capture';
import { rtpPackets } from './capture/rtp-packets';
import type { MenuCpu, MenuProcesses } from './menu-cpu';
import { menuFigures, type MenuRate } from './menu-figures';
import { CALL_SECONDS } from './menu-sounds';

/** Until as many calls end as begin. */
const WARM_UP_SECONDS = CALL_SECONDS + 2;
const DRAIN_SECONDS = 15;

export interface MeasuredMenu extends MenuRate {
  /** From the end of the key to the first packet of its answer, in milliseconds, from the capture. */
  readonly keyToPromptMs: { readonly p50: number; readonly p99: number };
  readonly keysUnanswered: number;
  /** Milliseconds of CPU per call, by process. */
  readonly cpuMsPerCall: MenuCpu;
  /** Part of the machine that others used meanwhile, 0 to 1. */
  readonly othersShare: number;
}

export interface RateToMeasure {
  readonly lab: Lab;
  readonly to: string;
  readonly numbers: readonly string[];
  readonly offeredPerSecond: number;
  readonly windowSeconds: number;
  readonly signal: AbortSignal;
  /** Reads the CPU time of everything that takes part but the callers. */
  readonly processes: MenuProcesses;
}

/** Lets callers walk a menu at one rate, and looks at them and at the wire. */
export async function measureRate(order: RateToMeasure): Promise<MeasuredMenu> {
  const { lab, to, numbers, offeredPerSecond, windowSeconds, signal, processes } = order;
  const seconds = WARM_UP_SECONDS + windowSeconds + 1;
  collectGarbage(); // what the last rate left behind would be collected in the midst of this one
  const callers = new Callers(lab, {
    to,
    numbers,
    perSecond: offeredPerSecond,
    calls: Math.ceil(offeredPerSecond * seconds),
  });
  try {
    await sleep(WARM_UP_SECONDS * 1000, undefined, { signal });
    const capture = await RtpCapture.start(lab);
    const watched = { ...processes, callers: () => familyCpuMs(callers.pid) };
    const [from, before] = [Date.now(), cpuNow(watched)];
    await sleep(windowSeconds * 1000, undefined, { signal });
    const [measured, after] = [{ from, to: Date.now(), offeredPerSecond }, cpuNow(watched)];
    const packets = await capture.stop();
    await callers.finish(DRAIN_SECONDS * 1000);
    const keys = keyToPrompt(rtpPackets(packets), (address) => address.startsWith(`${lab.callers}:`));
    const figures = menuFigures(callers.calls(), measured, CALL_SECONDS);
    const calls = (figures.callsPerSecond * (measured.to - from)) / 1000;
    return {
      ...figures,
      keyToPromptMs: {
        p50: percentile(keys.answeredMs, 50) ?? Number.NaN,
        p99: percentile(keys.answeredMs, 99) ?? Number.NaN,
      },
      keysUnanswered: keys.unanswered,
      cpuMsPerCall: cpuPerCall(before, after, calls),
      othersShare: othersShare(before, after),
    };
  } finally {
    await callers.finish(0);
  }
}
