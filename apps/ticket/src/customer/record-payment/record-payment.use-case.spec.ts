import { FixedClock, systemContext } from '@switchyard/platform';
import { directWork, InMemoryAccounts, InMemoryPayments, RememberingOutbox } from '../../../test/in-memory';
import { type RecordPaymentCommand, RecordPaymentUseCase } from './record-payment.use-case';

const now = new Date('2026-03-02T02:00:00Z');
const context = systemContext('test');

const command: RecordPaymentCommand = {
  accountNo: '5100123456',
  amountFen: 12_050,
  billMonth: '2026-02',
  paidAt: new Date('2026-03-02T01:30:00Z'),
  source: 'billing',
  reference: 'B-1',
};

function setUp() {
  const accounts = new InMemoryAccounts();
  const payments = new InMemoryPayments();
  const outbox = new RememberingOutbox();
  const useCase = new RecordPaymentUseCase(
    payments,
    accounts,
    directWork,
    outbox.asOutbox,
    new FixedClock(now),
  );
  return {
    accounts,
    payments,
    outbox,
    record: (changed: Partial<RecordPaymentCommand> = {}) =>
      useCase.execute({ ...command, ...changed }, context),
  };
}

describe('recording a payment', () => {
  it('stores it and tells it once, as the fixed event', async () => {
    const { record, payments, outbox } = setUp();
    const payment = await record();
    expect(payments.rows).toEqual([payment]);
    expect(outbox.told).toEqual([
      {
        subject: 'ticket.event.payment-recorded.v1',
        payload: {
          paymentId: payment.id,
          accountNo: '5100123456',
          amountFen: 12_050,
          billMonth: '2026-02',
          paidAt: '2026-03-02T01:30:00.000Z',
          source: 'billing',
        },
      },
    ]);
  });

  it('answers a repeated reference with the first payment and tells nothing again', async () => {
    const { record, payments, outbox } = setUp();
    const first = await record();
    expect(await record()).toEqual(first);
    expect(payments.rows).toHaveLength(1);
    expect(outbox.told).toHaveLength(1);
  });

  it.each<[string, Partial<RecordPaymentCommand>]>([
    ['accountNo', { accountNo: '5100999999' }],
    ['amountFen', { amountFen: 12_051 }],
    ['paidAt', { paidAt: new Date('2026-03-02T01:30:01Z') }],
    ['billMonth', { billMonth: undefined }],
  ])('refuses a repeated reference with another %s, naming it', async (field, changed) => {
    const { record, outbox } = setUp();
    await record();
    await expect(record(changed)).rejects.toMatchObject({
      code: 'payment.reference-reused',
      details: { differing: [field] },
    });
    expect(outbox.told).toHaveLength(1);
  });

  it('takes the same reference of another source for another payment', async () => {
    const { record, payments } = setUp();
    await record();
    await record({ source: 'counter' });
    expect(payments.rows).toHaveLength(2);
  });

  it('accepts an account that nobody registered, and says so', async () => {
    const { record, accounts } = setUp();
    expect(await record()).toMatchObject({ accountKnown: false });
    await accounts.put({ accountNo: '5100777777', name: '王芳', kind: 'resident', phones: [] }, now);
    expect(await record({ accountNo: '5100777777', reference: 'B-2' })).toMatchObject({ accountKnown: true });
  });

  it('refuses a time that lies ahead by more than the clocks may differ', async () => {
    const { record, payments } = setUp();
    await record({ paidAt: new Date('2026-03-02T02:05:00Z') });
    await expect(
      record({ paidAt: new Date('2026-03-02T02:05:01Z'), reference: 'B-2' }),
    ).rejects.toMatchObject({
      code: 'payment.in-future',
    });
    expect(payments.rows).toHaveLength(1);
  });
});
