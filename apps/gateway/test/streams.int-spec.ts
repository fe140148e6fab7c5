import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@switchyard/platform';
import { SseStreams } from '../src/sse/sse-streams';
import { GatewayFixture, PASSWORD } from './gateway-fixture';
import { probe, ProbeModule } from './probe.controller';

let gateway: GatewayFixture;
let campaign: string;

beforeAll(async () => {
  gateway = await GatewayFixture.open({ GATEWAY_STREAMS_PER_USER: '2', GATEWAY_HEARTBEAT_SECONDS: '1' }, [
    ProbeModule,
  ]);
  campaign = await gateway.bearer('campaign');
});

afterAll(async () => {
  await gateway?.close();
});

beforeEach(() => {
  probe.before = async () => undefined;
  probe.value = { version: 1, phone: '+8613900010001', last: false };
});

interface OpenStream {
  readonly response: Response;
  /** Reads until the text so far holds this. */
  until(text: string): Promise<string>;
  close(): void;
}

async function open(bearer: string, headers: Record<string, string> = {}): Promise<OpenStream> {
  const abort = new AbortController();
  const response = await fetch(`${gateway.service.url}/api/v1/probe/stream`, {
    headers: { authorization: bearer, ...headers },
    signal: AbortSignal.any([abort.signal, AbortSignal.timeout(20_000)]),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    close: () => abort.abort(),
    until: async (wanted) => {
      while (!text.includes(wanted)) {
        const part = await reader?.read();
        if (!part || part.done) throw new Error(`the stream ended before ${wanted}: ${text}`);
        text += part.value;
      }
      return text;
    },
  };
}

async function untilNoneIsOpen(): Promise<void> {
  const streams = gateway.service.app.get(SseStreams, { strict: false });
  const actor = (await gateway.http.get('/api/v1/me').set('authorization', campaign)).body as { id: string };
  for (let wait = 0; streams.openBy(actor.id) > 0; wait += 1) {
    if (wait > 500) throw new Error('a stream stays open');
    await sleep(10);
  }
}

describe('a live stream', () => {
  it('sends what is so, then what changes, then its end', async () => {
    const stream = await open(campaign);
    expect(stream.response.status).toBe(200);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.response.headers.get('x-correlation-id')).toMatch(/^[\da-f-]{36}$/);
    expect(stream.response.headers.get('x-content-type-options')).toBe('nosniff');
    await stream.until('id: 1\nevent: progress\n');
    probe.value = { ...probe.value, version: 2 };
    await stream.until('id: 2\nevent: progress\n');
    probe.value = { ...probe.value, version: 3, last: true };
    const all = await stream.until('event: end\n');
    expect(all.match(/event: progress/g)).toHaveLength(3);
    await untilNoneIsOpen();
  });

  it('does not repeat what the client has seen', async () => {
    probe.value = { ...probe.value, version: 7 };
    const stream = await open(campaign, { 'last-event-id': '7' });
    probe.value = { ...probe.value, version: 8, last: true };
    expect(await stream.until('event: end\n')).not.toContain('id: 7\n');
  });

  it('shows a viewer no telephone number', async () => {
    probe.value = { ...probe.value, last: true };
    const stream = await open(await gateway.bearer('viewer'));
    const text = await stream.until('event: end\n');
    expect(text).toContain('+86139****0001');
    expect(text).not.toContain('+8613900010001');
  });

  it('that cannot begin is an ordinary problem', async () => {
    probe.before = () => Promise.reject(new DomainError('batch.not-found', 'There is no such batch.'));
    const { body } = await gateway.http
      .get('/api/v1/probe/stream')
      .set('authorization', campaign)
      .expect(404);
    expect(body).toMatchObject({ code: 'batch.not-found' });
    await untilNoneIsOpen();
  });

  it('that fails later says why', async () => {
    const stream = await open(campaign);
    await stream.until('event: progress');
    probe.before = () => Promise.reject(new DomainError('batch.not-found', 'It was deleted.'));
    expect(await stream.until('event: problem\n')).toContain('id: 1');
    await untilNoneIsOpen();
  });

  it('is cleaned up when the client leaves, and counts against a limit while it is there', async () => {
    const streams = [await open(campaign), await open(campaign)];
    for (const stream of streams) await stream.until('event: progress');
    const third = await open(campaign);
    expect(third.response.status).toBe(429);
    expect(await third.until('stream.too-many')).toContain('2 live streams');
    for (const stream of streams) stream.close();
    await untilNoneIsOpen();
    const fourth = await open(campaign);
    await fourth.until('event: progress');
    fourth.close();
    await untilNoneIsOpen();
  });

  it('ends with the session in which it was opened, after signs of life', async () => {
    await gateway.makeUser('watcher', 'viewer');
    const { body } = await gateway.signIn('watcher', PASSWORD).expect(200);
    const bearer = `Bearer ${(body as { accessToken: string }).accessToken}`;
    const stream = await open(bearer);
    await stream.until(': heartbeat');
    await gateway.http.post('/api/v1/sign-out').set('authorization', bearer).expect(204);
    await expect(stream.until('never sent')).rejects.toThrow('the stream ended');
  });

  it('does not keep the gateway from stopping', async () => {
    const stream = await open(campaign);
    await stream.until('event: progress');
    const stopped = gateway.service.stop();
    await expect(stream.until('never sent')).rejects.toThrow('the stream ended');
    await stopped;
    expect(gateway.logLines.filter((line) => line.includes('shutdown step failed'))).toEqual([]);
  });
});
