import { VirtualScheduler } from '../simulator/virtual-scheduler';
import type { AriEvent } from './ari/ari-event';
import { Canary, isCanary } from './canary';

const arrivalOf = (id: string): AriEvent => ({
  type: 'StasisStart',
  channel: {
    id,
    up: true,
    ringing: false,
    callerNumber: '',
    dialled: 's',
    context: '',
    accountCode: '',
    appName: '',
    appData: '',
    createdAt: 0,
  },
  args: ['canary'],
  at: 0,
});

function cage(place: (callId: string) => Promise<void>) {
  const scheduler = new VirtualScheduler();
  const placed: string[] = [];
  const hungUp: string[] = [];
  const calls = {
    originateCanary: (callId: string) => {
      placed.push(callId);
      return place(callId);
    },
    hangUp: async (callId: string) => {
      hungUp.push(callId);
    },
  };
  return {
    scheduler,
    placed,
    hungUp,
    canary: new Canary(calls, scheduler, 'pbx-1-x', 3_000, () => undefined),
  };
}

describe('a canary call', () => {
  it('proves that calls move when it arrives, and is hung up', async () => {
    const { canary, placed, hungUp } = cage(async () => undefined);
    const flight = canary.fly();
    canary.take(arrivalOf(placed[0] ?? ''));
    await expect(flight).resolves.toBeUndefined();
    expect(hungUp).toEqual(placed);
    expect(isCanary(placed[0] ?? '')).toBe(true);
  });

  it('fails when the order is taken and it never arrives', async () => {
    const { canary, scheduler } = cage(async () => undefined);
    const flight = expect(canary.fly()).rejects.toThrow('no canary within 3000 ms');
    await scheduler.advance(3_000);
    await flight;
  });

  it('fails at once when it cannot be placed', async () => {
    const { canary } = cage(() => Promise.reject(new Error('refused')));
    await expect(canary.fly()).rejects.toThrow('refused');
  });

  it('of an earlier flight proves nothing, and is hung up all the same', async () => {
    const { canary, scheduler, placed, hungUp } = cage(async () => undefined);
    const first = expect(canary.fly()).rejects.toThrow('no canary');
    await scheduler.advance(3_000);
    await first;
    const second = expect(canary.fly()).rejects.toThrow('no canary');
    canary.take(arrivalOf(placed[0] ?? ''));
    await scheduler.advance(3_000);
    await second;
    expect(hungUp).toEqual([placed[0]]);
  });
});
