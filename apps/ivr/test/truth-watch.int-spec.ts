import { randomUUID } from 'node:crypto';
import { PaymentRecorded } from '@switchyard/contracts';
import {
  Logger,
  NatsTransport,
  Outbox,
  type RunningService,
  systemContext,
  UnitOfWork,
} from '@switchyard/platform';
import { describeWithLab, type Lab, waitFor } from '@switchyard/testing';
import { TruthWatch } from '../src/dialer/watch-truth/truth-watch';
import { DialerFixture, unitOf } from './dialer-fixture';

/** Milliseconds that a change may take to be noticed on a crowded machine. */
const PATIENCE = 40_000;

describeWithLab('whether payments come in over NATS', define, { name: 'truth-watch' });

function define(lab: () => Lab): void {
  let fixture: DialerFixture;
  let ticket: RunningService;
  let ivr: RunningService;
  let watch: TruthWatch;

  beforeAll(async () => {
    fixture = await DialerFixture.open(
      (service) => new NatsTransport(service, lab().natsUrl, Logger.silent()),
    );
    ticket = fixture.ticketService;
    ivr = await fixture.startDialer(fixture.node());
    watch = ivr.app.get(TruthWatch, { strict: false });
    await until(true);
  });

  afterAll(async () => {
    await fixture?.close();
  });

  const until = (current: boolean) =>
    waitFor(`payments ${current ? '' : 'do not '}come in`, () => watch.isCurrent() === current, PATIENCE);

  /** Recorded by their owner, and told by an event on its way through outbox, stream and inbox. */
  async function recordPayment(): Promise<void> {
    const paymentId = randomUUID();
    const payment = {
      paymentId,
      accountNo: 'a-1',
      amountFen: 100,
      paidAt: new Date().toISOString(),
      source: 'till',
    };
    const outbox = ticket.app.get(Outbox, { strict: false });
    const work = ticket.app.get(UnitOfWork, { strict: false });
    await work.inTransaction(() => outbox.append(PaymentRecorded, payment, systemContext('ticket')));
    fixture.ticket.newestPayment = () => ({ paymentId });
  }

  it('they do when the newest one has arrived', async () => {
    await recordPayment();
    await watch.ask();
    await until(true);
  });

  it('they do not while what arrives cannot be taken in, and do once it was', async () => {
    await unitOf(ivr).inTransaction(async () => {
      await unitOf(ivr).query('lock table payment in share row exclusive mode');
      await recordPayment();
      await until(false);
    });
    await until(true);
  });

  it('they do not while their owner is away, and do once it is back', async () => {
    await ticket.stop();
    await until(false);
    ticket = await fixture.startTicket();
    await until(true);
  });

  it('they do not while NATS is dead, and do once it is back', async () => {
    await lab().nats.kill();
    await until(false);
    await lab().nats.start();
    await until(true);
  });
}
