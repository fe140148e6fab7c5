import { randomUUID } from 'node:crypto';
import { systemContext as contextOf, Logger, type EventMessage, NatsTransport } from '@switchyard/platform';
import { describeWithLabRoot, waitFor } from '@switchyard/testing';
import { Echo, EchoController } from '../../libs/platform/test/contract/operations.fixture';
import { type Peer, startPeer } from '../../libs/platform/test/contract/peer.fixture';
import { ComposedNats, type NatsUser } from './composed-nats.fixture';

describeWithLabRoot('NATS as compose configures it', (host) => {
  let nats: ComposedNats;
  const peers: Peer[] = [];

  beforeAll(async () => {
    nats = await ComposedNats.start(host);
  });

  afterAll(async () => {
    await Promise.all(peers.map((peer) => peer.stop()));
    await nats?.stop();
  });

  const transportOf = (service: NatsUser): NatsTransport =>
    new NatsTransport(service, nats.urlOf(service), Logger.silent());
  const start = async (service: NatsUser): Promise<Peer> => {
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
    { from: 'hr', to: 'gateway', durable: 'gateway-staff', subject: 'hr.event.staff-status-changed.v1' },
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
    const stranger = new NatsTransport('ivr', nats.urlOf('ivr', 'wrong'), Logger.silent());
    await expect(stranger.connect(2_000)).rejects.toThrow();
  });
});
