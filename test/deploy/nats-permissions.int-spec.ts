import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  freePort,
  systemContext as contextOf,
  Logger,
  type EventMessage,
  NatsTransport,
} from '@switchyard/platform';
import { describeWithLabRoot, waitFor } from '@switchyard/testing';
import { Echo, EchoController } from '../../libs/platform/test/contract/operations.fixture';
import { type Peer, startPeer } from '../../libs/platform/test/contract/peer.fixture';
import { Daemon } from '../../libs/testing/src/lab/process/daemon';
import { readRepositoryFile } from './compose-file.fixture';

const PASSWORDS = { gateway: 'k5e3', ivr: 'k1', ticket: 'k2', hr: 'k3' } as const;
type Service = keyof typeof PASSWORDS;

describeWithLabRoot('NATS as compose configures it', (host) => {
  let folder: string;
  let server: Daemon;
  let address: string;
  const peers: Peer[] = [];

  beforeAll(async () => {
    const inside = `${host.folder.inside}/nats`;
    folder = path.join(host.folder.host, 'nats');
    const [port, monitor] = [await freePort(), await freePort()];
    address = `127.0.0.1:${port}`;
    mkdirSync(folder, { recursive: true });
    const conf = readRepositoryFile('deploy/nats/nats.conf')
      .replace('0.0.0.0:4222', address)
      .replace('127.0.0.1:8222', `127.0.0.1:${monitor}`)
      .replace('"/data"', `"${inside}/store"`);
    writeFileSync(path.join(folder, 'nats.conf'), conf);
    server = new Daemon({
      name: 'nats-server',
      pidFile: path.join(folder, 'pid'),
      logFile: path.join(folder, 'log'),
      command: ['nats-server', '-c', `${inside}/nats.conf`],
      launcher: host,
      env: Object.fromEntries(
        Object.entries(PASSWORDS).map(([name, value]) => [`${name.toUpperCase()}_NATS_PASSWORD`, value]),
      ),
      detached: false,
      ready: () => answers(`http://127.0.0.1:${monitor}/healthz?js-enabled-only=true`),
    });
    await server.start();
  });

  afterAll(async () => {
    await Promise.all(peers.map((peer) => peer.stop()));
    await server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const transportOf = (service: Service): NatsTransport =>
    new NatsTransport(service, `nats://${service}:${PASSWORDS[service]}@${address}`, Logger.silent());
  const start = async (service: Service): Promise<Peer> => {
    const peer = await startPeer(service, transportOf(service), service === 'ticket' ? [EchoController] : []);
    peers.push(peer);
    return peer;
  };
  const event = (subject: string): EventMessage => ({
    id: randomUUID(),
    subject,
    payload: '{}',
    context: '',
    occurredAt: new Date(),
    position: 1,
  });

  it('lets the gateway ask ticket, and hr not', async () => {
    await start('ticket');
    const [gateway, hr] = [await start('gateway'), await start('hr')];
    const reply = await gateway.client.call(Echo, { text: 'hi' }, contextOf('gateway'), { timeoutMs: 5_000 });
    expect(reply.text).toBe('hi');
    await expect(
      hr.client.call(Echo, { text: 'hi' }, contextOf('hr'), { timeoutMs: 1_000 }),
    ).rejects.toThrow();
  });

  it.each([
    { from: 'ticket', to: 'ivr', durable: 'ivr-payments', subject: 'ticket.event.payment-recorded.v1' },
    { from: 'ivr', to: 'ticket', durable: 'ticket-human-requests', subject: 'ivr.event.human-requested.v1' },
    { from: 'ivr', to: 'ticket', durable: 'ticket-missed-calls', subject: 'ivr.event.call-missed.v1' },
  ] as const)('brings $subject from $from to $to, once', async ({ from, to, durable, subject }) => {
    const [owner, consumer] = [await start(from), await start(to)];
    const received: string[] = [];
    await consumer.transport.events.subscribe({
      subject,
      durable,
      receive: async (events) => {
        received.push(...events.map(({ id }) => id));
      },
    });
    const events = [event(subject), event(subject)];
    expect(await owner.transport.events.publish(events)).toEqual({ accepted: 2 });
    await waitFor('both events are there', () => received.length >= 2, 15_000);
    expect(received).toEqual(events.map(({ id }) => id));
  });

  it('refuses events in another’s name', async () => {
    const hr = await start('hr');
    const { accepted } = await hr.transport.events.publish([event('ivr.event.notice-delivered.v1')]);
    expect(accepted).toBe(0);
  });

  it('refuses a wrong password', async () => {
    const stranger = new NatsTransport('ivr', `nats://ivr:wrong@${address}`, Logger.silent());
    await expect(stranger.connect(2_000)).rejects.toThrow();
  });
});

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}
