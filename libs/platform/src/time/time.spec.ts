import { TimeoutError, until, WakeUp, withTimeout } from '.';

describe('withTimeout', () => {
  it('passes on what comes in time, result and error alike', async () => {
    await expect(withTimeout(Promise.resolve(7), 1_000, 'it')).resolves.toBe(7);
    await expect(withTimeout(Promise.reject(new Error('no')), 1_000, 'it')).rejects.toThrow('no');
  });

  it('gives up on what does not come', async () => {
    const never = new Promise(() => undefined);
    await expect(withTimeout(never, 10, 'the reply')).rejects.toThrow(new TimeoutError('the reply', 10));
  });
});

describe('until', () => {
  it('waits for the condition, not for ever', async () => {
    let looks = 0;
    await until(() => (looks += 1) === 3, 1_000, 'it');
    await expect(until(() => false, 15, 'it')).rejects.toThrow(TimeoutError);
  });
});

describe('WakeUp', () => {
  it('sleeps no longer than told', async () => {
    await expect(new WakeUp().sleep(5)).resolves.toBeUndefined();
  });

  it('wakes at once, also when it was kicked before it slept', async () => {
    const wakeUp = new WakeUp();
    const sleeping = wakeUp.sleep(60_000);
    wakeUp.kick();
    await sleeping;
    wakeUp.kick();
    wakeUp.kick();
    await wakeUp.sleep(60_000);
  });
});
