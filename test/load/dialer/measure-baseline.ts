import { labNumber } from '@switchyard/testing';
import { percentile } from '../bench/percentile';
import type { CallDriver } from './call-driver';
import { callFigures } from '../bench/call-figures';
import type { MeasuredRate } from './measured-rate';
import { offerCalls } from './offer-calls';
import { PROMPT_SECONDS } from './prompt';
import { cpuNow, cpuPerCall, othersShare, pause, type Scene, untilQuiet } from './scene';

/** Until as many calls end as begin. */
export const WARM_UP_SECONDS = PROMPT_SECONDS + 2;
const DRAIN_SECONDS = 12;
const SERIALS = 10_000;

/** Offers calls at one rate through a driver in this process. */
export async function measureBaseline(
  scene: Scene,
  driver: CallDriver,
  offeredPerSecond: number,
  windowSeconds: number,
): Promise<MeasuredRate> {
  const { lab, signal } = scene;
  await lab.subscribers.clearCallLog();
  const offering = offerCalls(
    offeredPerSecond,
    WARM_UP_SECONDS + windowSeconds + 0.5,
    (index) => driver.place(labNumber('confirms', index % SERIALS)),
    signal,
  );
  offering.catch(() => undefined); // awaited below
  await pause(scene, WARM_UP_SECONDS);
  driver.takeFigures();
  const [from, before] = [Date.now(), cpuNow(scene)];
  await pause(scene, windowSeconds);
  const [to, after] = [Date.now(), cpuNow(scene)];
  const { refused, setupMs } = driver.takeFigures();
  await offering;
  const quiet = await untilQuiet(scene, DRAIN_SECONDS);
  const figures = callFigures(lab.subscribers.callLog(), {
    from,
    to,
    offeredPerSecond,
    wantedSeconds: PROMPT_SECONDS,
    refused,
  });
  // What an overload leaves behind in Asterisk must not weigh on the next rate.
  if (!quiet || !figures.sustained) await lab.asterisk.restart();
  return {
    ...figures,
    cpuMsPerCall: cpuPerCall(before, after, (figures.callsPerSecond * (to - from)) / 1000),
    othersShare: othersShare(before, after),
    setupMs:
      setupMs.length > 0
        ? { p50: percentile(setupMs, 50) ?? 0, p99: percentile(setupMs, 99) ?? 0 }
        : undefined,
  };
}
