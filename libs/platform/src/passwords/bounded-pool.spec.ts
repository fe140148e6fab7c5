import { BoundedPool } from './bounded-pool';

const busy = () => new Error('busy');

const gate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe('the pool for password hashing', () => {
  it('never runs more at once than its width', async () => {
    const pool = new BoundedPool(2, 100, busy);
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, () =>
        pool.run(async () => {
          most = Math.max(most, ++running);
          await Promise.resolve();
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
  });

  it('refuses what would wait behind a full queue, and serves again afterwards', async () => {
    const pool = new BoundedPool(1, 1, busy);
    const { open, opened } = gate();
    const first = pool.run(() => opened);
    const second = pool.run(async () => 'second');
    await expect(pool.run(async () => 'third')).rejects.toThrow('busy');
    open();
    await first;
    await expect(second).resolves.toBe('second');
    await expect(pool.run(async () => 'fourth')).resolves.toBe('fourth');
  });

  it('gives its place back when work fails', async () => {
    const pool = new BoundedPool(1, 0, busy);
    await expect(pool.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(pool.run(async () => 'yes')).resolves.toBe('yes');
  });
});
