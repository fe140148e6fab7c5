import { COMMON_ERRORS } from '@switchyard/contracts';
import { describeWithLab, type Lab } from '@switchyard/testing';
import { DomainError, Logger, NatsTransport, systemContext } from '../src';
import { EventWorld } from './contract/event-world.fixture';
import { Echo, EchoController } from './contract/operations.fixture';
import { type Peer, startPeer } from './contract/peer.fixture';
import { eventually } from './eventually.fixture';

const CONTEXT = systemContext('ivr');
const upTo = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

describeWithLab('when NATS fails', define, { name: 'platform-faults' });

function define(lab: () => Lab): void {
  const connect = (service: string) => new NatsTransport(service, lab().natsUrl, Logger.silent());

  describe('calls', () => {
    let ticket: Peer;
    let ivr: Peer;

    beforeAll(async () => {
      ticket = await startPeer('ticket', connect('ticket'), [EchoController]);
      ivr = await startPeer('ivr', connect('ivr'), []);
    });

    afterAll(async () => {
      await ivr?.stop();
      await ticket?.stop();
    });

    const codeOfCall = (timeoutMs: number): Promise<string> =>
      ivr.client.call(Echo, { text: 'hi' }, CONTEXT, { timeoutMs }).then(
        () => 'ok',
        (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
      );

    it('fail cleanly while it is dead, and work again once it is back', async () => {
      expect(await codeOfCall(2_000)).toBe('ok');
      await lab().nats.kill();
      expect(await codeOfCall(500)).toBe(COMMON_ERRORS.unavailable);
      expect(await codeOfCall(500)).toBe(COMMON_ERRORS.unavailable);
      await lab().nats.start();
      await eventually(
        () => codeOfCall(1_000),
        (code) => code === 'ok',
      );
    });

    it('give up in time while it hangs, and work again once it moves', async () => {
      lab().nats.signal('SIGSTOP');
      const code = await codeOfCall(400);
      lab().nats.signal('SIGCONT');
      expect(code).toBe(COMMON_ERRORS.unavailable);
      await eventually(
        () => codeOfCall(1_000),
        (answer) => answer === 'ok',
      );
    });
  });

  describe('events', () => {
    let world: EventWorld;

    beforeAll(async () => {
      world = await EventWorld.start(connect);
    });

    afterAll(async () => {
      await world?.stop();
    });

    const arrived = (numbers: readonly number[], who: string) =>
      eventually(
        () => world.seenBy(who, numbers[0]),
        (found) => found.length >= numbers.length,
      );
    const readiness = async (): Promise<number> => (await fetch(`${world.ticket.url}/health/ready`)).status;

    it('that were appended while it was dead arrive once it is back; meanwhile the service is not ready', async () => {
      await eventually(readiness, (status) => status === 200);
      await lab().nats.kill();
      const numbers = upTo(1_000, 50);
      await world.publish(numbers);
      await eventually(readiness, (status) => status === 503);
      expect((await fetch(`${world.ticket.url}/health/live`)).status).toBe(200);
      await lab().nats.start();
      for (const who of ['recorder', 'witness']) expect(await arrived(numbers, who)).toEqual(numbers);
      await eventually(readiness, (status) => status === 200);
    });

    it('take effect once each although it is killed again and again in the middle', async () => {
      const numbers = upTo(10_000, 600);
      const publishing = world.publish(numbers);
      for (let round = 0; round < 3; round++) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await lab().nats.kill();
        await lab().nats.start();
      }
      await publishing;
      for (const who of ['recorder', 'witness']) {
        const found = await arrived(numbers, who);
        expect([...found].sort((a, b) => a - b)).toEqual(numbers);
      }
    });

    it('go on after an orderly restart', async () => {
      await lab().nats.restart();
      const numbers = upTo(20_000, 20);
      await world.publish(numbers);
      expect(await arrived(numbers, 'recorder')).toEqual(numbers);
    });
  });
}
