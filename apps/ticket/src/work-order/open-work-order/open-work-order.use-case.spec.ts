import { FixedClock, systemContext } from '@switchyard/platform';
import { directWork, inMemoryJournal, InMemoryReservedCodes } from '../../../test/in-memory';
import { AssertParent } from '../link-work-order/assert-parent';
import type { AssertKnown } from './assert-known';
import type { OpenWorkOrderCommand } from './open-work-order.command';
import { OpenWorkOrderUseCase } from './open-work-order.use-case';

const context = systemContext('ivr');

const command: OpenWorkOrderCommand = {
  kind: 'call-back-request',
  accountNo: '5100123456',
  phone: '+8613900050001',
  text: 'Pressed 0 during a bill notice.',
  reference: 'call:4711',
};

const everythingKnown = { assert: async () => undefined } as unknown as AssertKnown;

function setUp(codes: readonly string[] = ['40718236', '11111111', '22222222']) {
  const left = [...codes];
  const reserved = new InMemoryReservedCodes();
  const clock = new FixedClock(new Date('2026-03-01T16:00:00Z'));
  const { workOrders, definitions, journal, outbox } = inMemoryJournal(clock);
  const draw = () => left.shift() ?? '40718236';
  const useCase = new OpenWorkOrderUseCase(
    workOrders,
    definitions,
    journal,
    new AssertParent(workOrders),
    everythingKnown,
    { draw },
    reserved,
    directWork,
    outbox.asOutbox,
    clock,
  );
  return {
    workOrders,
    outbox,
    clock,
    reserved,
    open: (changed: Partial<OpenWorkOrderCommand> = {}) =>
      useCase.execute({ ...command, ...changed }, context),
  };
}

describe('opening a work order', () => {
  it('numbers it by the day in China and gives the caller digits to ask with', async () => {
    const { open, outbox } = setUp();
    expect(await open()).toMatchObject({
      number: 'W20260302-000001',
      queryCode: '40718236',
      status: 'open',
      openedBy: 'system:ivr',
      ...command,
    });
    expect(outbox.told).toMatchObject([
      {
        subject: 'ticket.event.work-order-changed.v1',
        payload: { eventType: 'opened', seq: 1, owner: 'centre' },
      },
      { subject: 'ticket.event.work-order-opened.v1', payload: { openedAt: '2026-03-01T16:00:00.000Z' } },
    ]);
  });

  it('opens one for one reference, however often it is asked', async () => {
    const { open, workOrders, outbox } = setUp();
    const first = await open();
    expect(await open({ text: 'again' })).toEqual(first);
    expect(workOrders.rows).toHaveLength(1);
    expect(outbox.told).toHaveLength(2);
  });

  it('refuses a reference that opened another kind', async () => {
    const { open } = setUp();
    await open();
    await expect(open({ kind: 'complaint' })).rejects.toMatchObject({ code: 'work-order.reference-reused' });
  });

  it('draws again when a query code is taken, and gives up after five draws', async () => {
    const { open } = setUp(['40718236', '40718236', '11111111']);
    await open();
    expect(await open({ reference: 'call:4712' })).toMatchObject({
      number: 'W20260302-000002',
      queryCode: '11111111',
    });
    await expect(open({ reference: 'call:4713' })).rejects.toThrow('no free query code');
  });

  it('gets the code that its caller was told before, and no other does', async () => {
    const { open, reserved } = setUp(['55555555', '66666666']);
    await reserved.reserve(['55555555']);
    expect(await open()).toMatchObject({ queryCode: '66666666' });
    expect(await open({ reference: 'anonymous:1', queryCode: '55555555' })).toMatchObject({
      number: 'W20260302-000002',
      queryCode: '55555555',
    });
    await expect(open({ reference: 'anonymous:2', queryCode: '55555555' })).rejects.toMatchObject({
      code: 'work-order.query-code-not-reserved',
    });
  });

  it('counts from one on the next day', async () => {
    const { open, clock } = setUp();
    await open();
    clock.advance(24 * 3_600_000);
    expect(await open({ reference: 'call:4712' })).toMatchObject({ number: 'W20260303-000001' });
  });

  it('may be anonymous', async () => {
    const { open } = setUp();
    const opened = await open({ phone: undefined, accountNo: undefined, kind: 'complaint' });
    expect(opened.phone).toBeUndefined();
  });
});
