import { HealthRegistry } from '.';

describe('HealthRegistry', () => {
  it('is ready when every check passes', async () => {
    const health = new HealthRegistry();
    health.add('postgres', async () => undefined);
    await expect(health.readiness()).resolves.toMatchObject({
      ready: true,
      checks: { postgres: { ok: true } },
    });
  });

  it('names the check that fails and why, and still performs the others', async () => {
    const health = new HealthRegistry();
    health.add('asterisk', () => {
      throw new Error('no node is up');
    });
    health.add('postgres', async () => undefined);
    await expect(health.readiness()).resolves.toMatchObject({
      ready: false,
      checks: { asterisk: { ok: false, error: 'Error: no node is up' }, postgres: { ok: true } },
    });
  });

  it('does not wait for ever', async () => {
    const health = new HealthRegistry();
    health.add('hangs', () => new Promise(() => undefined), { timeoutMs: 20 });
    const { ready, checks } = await health.readiness();
    expect(ready).toBe(false);
    expect(checks.hangs?.error).toContain('longer than 20 ms');
  });

  it('is not ready while it is being stopped', async () => {
    const health = new HealthRegistry();
    health.drain();
    await expect(health.readiness()).resolves.toMatchObject({
      ready: false,
      checks: { draining: { ok: false } },
    });
  });

  it('tells what an operator is to see to, and is ready all the same', async () => {
    const health = new HealthRegistry();
    let detail: string | undefined = 'the calendar ends';
    health.note('calendar', () => detail);
    await expect(health.readiness()).resolves.toEqual({
      ready: true,
      checks: {},
      notes: { calendar: 'the calendar ends' },
    });
    detail = undefined;
    await expect(health.readiness()).resolves.toEqual({ ready: true, checks: {} });
  });

  it('refuses a name that is taken', () => {
    const health = new HealthRegistry();
    health.add('postgres', async () => undefined);
    expect(() => health.add('postgres', async () => undefined)).toThrow('exists already');
  });
});
