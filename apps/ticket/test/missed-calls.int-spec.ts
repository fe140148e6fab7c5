import { randomUUID } from 'node:crypto';
import {
  CallMissed,
  type CallMissedPayload,
  ListWorkOrders,
  type WorkOrderView,
} from '@switchyard/contracts';
import { type EventMessage, InProcessBus, InProcessTransport } from '@switchyard/platform';
import { waitFor } from '@switchyard/testing';
import { TicketFixture } from './ticket-fixture';

describe('a missed call', () => {
  let ticket: TicketFixture;
  let ivr: InProcessTransport;

  beforeAll(async () => {
    const bus = new InProcessBus();
    ticket = await TicketFixture.start({ bus });
    ivr = new InProcessTransport(bus);
    await ivr.connect();
  }, 120_000);

  afterAll(() => ticket.close());

  const missed = (callId: string): EventMessage => {
    const payload: CallMissedPayload = {
      callId,
      at: '2026-03-02T02:00:00.000Z',
      phone: '+8613900050001',
      valueTier: 'mid',
      queue: 'billing',
      waitedSeconds: 95,
      callBackBy: '2026-03-03T02:00:00.000Z',
    };
    return {
      id: randomUUID(),
      subject: CallMissed.subject,
      payload: JSON.stringify(payload),
      context: '',
      occurredAt: new Date(payload.at),
      position: 1,
    };
  };

  it('becomes one call-back request, due within the 24 hours (L30), however often it is told', async () => {
    const event = missed('7d1c');
    await ivr.events.publish([event, event, missed('7d1c'), missed('8e2d')]);
    let opened: WorkOrderView[] = [];
    const bothThere = async () => {
      opened = (await ticket.call(ListWorkOrders, { kind: 'call-back-request' })).items;
      return opened.length >= 2;
    };
    await waitFor('two call-back requests', bothThere, 30_000);
    expect(opened.map(({ reference }) => reference).sort()).toEqual(['missed:7d1c', 'missed:8e2d']);
    expect(opened[0]).toMatchObject({ phone: '+8613900050001', dueAt: '2026-03-03T02:00:00.000Z' });
  });
});
