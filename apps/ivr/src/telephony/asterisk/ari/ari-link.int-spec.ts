import { setTimeout as sleep } from 'node:timers/promises';
import { FakeAri } from '../testing/fake-ari';
import { waitUntil } from '../testing/wait-until';
import { openAriLink, type AriLink } from './ari-link';

describe('a link to ARI by ari-client', () => {
  let ari: FakeAri;
  const events: unknown[] = [];
  const bad: unknown[] = [];
  const lost: string[] = [];
  const listener = {
    onEvent: (event: unknown) => {
      events.push(event);
      if ((event as { type?: string }).type === 'Explode') throw new Error('boom');
    },
    onBadEvent: (error: unknown) => bad.push(error),
    onLost: (reason: string) => lost.push(reason),
  };
  const open = (timeoutMs = 2_000): Promise<AriLink> => openAriLink(ari.target, 'pbx-1', listener, timeoutMs);

  beforeEach(async () => {
    ari = await FakeAri.open();
    events.length = bad.length = lost.length = 0;
  });

  afterEach(async () => {
    await ari.close();
  });

  it('goes on after an unknown type, a broken message and a listener that throws', async () => {
    const link = await open();
    for (const message of ['{"type":"OfTomorrow"}', '{broken', '', '{"type":"Explode"}', '{"type":"Last"}']) {
      ari.sockets[0]?.send(message);
    }
    await waitUntil('last event', () => events.length === 3, 2_000);
    expect(events.at(-1)).toEqual({ type: 'Last' });
    expect(bad).toHaveLength(3);
    link.close();
  });

  it('is lost once, and ari-client does not come back behind its successor', async () => {
    await open();
    ari.sockets[0]?.terminate();
    await waitUntil('loss', () => lost.length > 0, 2_000);
    // ari-client's own first retries would come after 0.1 s, 0.2 s and 0.4 s.
    await sleep(1_000);
    expect(lost).toHaveLength(1);
    expect(ari.sockets).toHaveLength(1);
  });

  it('that is closed is not lost', async () => {
    const link = await open();
    link.close();
    await sleep(300);
    expect(lost).toEqual([]);
    expect(ari.sockets).toHaveLength(1);
  });

  it.each([401, 404, 503])('fails, and does not end the process, when ARI answers %i', async (status) => {
    ari.descriptionStatus = status;
    await expect(open()).rejects.toThrow();
    expect(ari.sockets).toEqual([]);
  });

  it('fails in time when nobody answers', async () => {
    const { target } = ari;
    await ari.close();
    await expect(openAriLink(target, 'pbx-1', listener, 1_000)).rejects.toThrow();
    ari = await FakeAri.open();
  });

  it('gives each of several nodes its own credentials, though ari-client keeps one set for all', async () => {
    const other = await FakeAri.open();
    try {
      const links = await Promise.all([
        open(),
        openAriLink({ ...other.target, password: 'other' }, 'pbx-2', listener, 2_000),
      ]);
      const upgrade = (fake: FakeAri) => fake.requests.find((request) => request.startsWith('UPGRADE'));
      expect(upgrade(ari)).toContain('app=pbx-1&api_key=user:secret');
      expect(upgrade(other)).toContain('app=pbx-2&api_key=user:other');
      links.forEach((link) => link.close());
    } finally {
      await other.close();
    }
  });

  it('answers a ping, or says that it did not', async () => {
    const link = await open();
    await expect(link.ping(1_000)).resolves.toBeUndefined();
    ari.sockets[0]?.pause();
    await expect(link.ping(200)).rejects.toThrow('pong did not come within 200 ms');
    link.close();
  });
});
