import { FLOW_LOOK_UPS, QUEUE_LEAVINGS } from '../document/vocabulary';
import type { SimulatedWorld } from './simulated-world';
import { SAMPLE_ACCOUNT, SAMPLE_DATA } from './willing-world';

const OPENED = { number: 'W20260302-000117', queryCode: '40718236' };

/** A world in which anything may fail, answer nonsense, or never answer. `random` gives 0 (included) to 1 (excluded). */
export function garbledWorld(random: () => number): SimulatedWorld {
  const pick = <Values extends readonly unknown[]>(...values: Values): Values[number] =>
    values[Math.floor(random() * values.length)];
  const account = () => ({
    ...SAMPLE_ACCOUNT,
    accountNo: pick('5100123456', '1', 'A-7', '5100983456'),
    valueTier: pick('high' as const, 'mid' as const, 'ordinary' as const),
  });
  return {
    findCaller: () => pick(undefined, [], [account()], [account(), account(), account()]),
    lookUp: ({ what }) =>
      pick(
        undefined,
        { result: 'not-found' as const },
        { result: 'unavailable' as const },
        { result: 'found' as const },
        { result: 'found' as const, data: SAMPLE_DATA[what] },
        { result: 'found' as const, data: SAMPLE_DATA[what] },
        { result: 'found' as const, data: SAMPLE_DATA[pick(...FLOW_LOOK_UPS)] },
      ),
    verify: () =>
      pick(
        undefined,
        { result: 'verified' as const, account: account() },
        { result: 'verified' as const },
        { result: 'wrong' as const },
        { result: 'locked' as const, lockedUntil: pick('2026-03-02T06:30:00Z', 'soon') },
        { result: 'unavailable' as const },
      ),
    openWorkOrder: () => pick(undefined, 'failed' as const, OPENED, { number: '', queryCode: '' }),
    recordedSeconds: () => pick('failed' as const, 0, 1, 20, 5000),
    forgetCaller: () => pick(undefined, true, true, false),
    enqueue: () => pick(undefined, ...QUEUE_LEAVINGS),
    transfer: () => pick(undefined, true, false),
    plays: () => random() < 0.95,
  };
}
