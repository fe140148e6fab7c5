import { KeySet } from './key-set';

describe('keys of a batch', () => {
  it('tells the line where a key stood first', () => {
    const keys = new KeySet();
    expect(keys.add('31', '2026-01', 2)).toBeUndefined();
    expect(keys.add('31', '2026-02', 3)).toBeUndefined();
    expect(keys.add('31', '2026-01', 9)).toBe(2);
    expect(keys.size).toBe(2);
  });

  it('never takes one key for another among a hundred thousand serial ones', () => {
    const keys = new KeySet();
    for (let n = 0; n < 100_000; n++) {
      if (keys.add(String(3_100_000_000 + n), '2026-01', n) !== undefined) throw new Error(`${n} is new`);
    }
    for (let n = 0; n < 100_000; n++) {
      if (keys.add(String(3_100_000_000 + n), '2026-01', 0) !== n) throw new Error(`${n} is known`);
    }
    expect(keys.size).toBe(100_000);
  });

  it('does not join account and period', () => {
    const keys = new KeySet();
    keys.add('1', '23', 1);
    expect(keys.add('12', '3', 2)).toBeUndefined();
  });
});
