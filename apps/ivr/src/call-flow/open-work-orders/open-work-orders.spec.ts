import { COMMON_ERRORS, WORK_ORDER_ERRORS } from '@switchyard/contracts';
import type { FlowEffect } from '@switchyard/domain';
import { DomainError, FixedClock } from '@switchyard/platform';
import type { CaseToHold, HeldCases } from '../hold-cases/held-cases.port';
import { OpenWorkOrders } from './open-work-orders';

type Order = Extract<FlowEffect, { type: 'open-work-order' }>;

const ORDER: Order = {
  type: 'open-work-order',
  step: 7,
  ordinal: 2,
  order: 'complaint',
  text: '详见录音。',
  anonymous: false,
  accountNo: '51001',
  phone: '+8613900010001',
  recordings: [],
};

function setUp(answer: () => unknown) {
  const asked: Record<string, unknown>[] = [];
  const held: CaseToHold[] = [];
  const told: string[] = [];
  let canHold = true;
  const cases = {
    hold: async (each: CaseToHold) => {
      if (!canHold) throw new Error('the database is away');
      held.push(each);
    },
    find: async (callId: string, ordinal: number) =>
      held.find((each) => each.callId === callId && each.ordinal === ordinal)?.order,
  } as unknown as HeldCases;
  const client = {
    call: async (_operation: unknown, request: object) => {
      asked.push({ ...request });
      return answer();
    },
  };
  const say = (message: string, fields?: object) => void told.push(message + JSON.stringify(fields));
  const moved: string[] = [];
  let keys = 0;
  const messages = {
    keyOf: (name: string) => `messages/${name}.wav`,
    newKey: () => `messages/apart-${(keys += 1)}.wav`,
    move: async (name: string, key: string) => void moved.push(`${name} to ${key}`),
  };
  const left = ['12345678'];
  const queryCodes = { take: async () => left.shift() };
  const clock = new FixedClock();
  const logger = { warn: say, error: say };
  const orders = new OpenWorkOrders(client as never, cases, messages, queryCodes, clock, logger);
  const breakDatabase = () => {
    canHold = false;
  };
  return { orders, asked, held, told, moved, breakDatabase };
}

const opened = () => ({ number: 'W20260302-000001', queryCode: '40000001' });
const refuse = (code: string) => () => {
  throw new DomainError(code, 'no');
};

describe('a work order that a caller asks for', () => {
  it('is opened under a reference that is the same when it is asked for again', async () => {
    const { orders, asked } = setUp(opened);
    expect(await orders.open('c1', ORDER, ['1'])).toEqual({
      type: 'work-order-opened',
      step: 7,
      number: 'W20260302-000001',
      queryCode: '40000001',
    });
    expect(asked).toEqual([
      {
        kind: 'complaint',
        channel: 'menu',
        text: '详见录音。',
        accountNo: '51001',
        phone: '+8613900010001',
        attachments: [{ kind: 'recording', key: 'messages/1.wav' }],
        reference: 'call:c1:2',
      },
    ]);
  });

  it.each([COMMON_ERRORS.unavailable, COMMON_ERRORS.internal])(
    'is taken down when ticket answers %s',
    async (code) => {
      const { orders, held } = setUp(refuse(code));
      const outcome = await orders.open('c1', ORDER, []);
      expect(outcome).toEqual({ type: 'work-order-opened', step: 7, number: '', queryCode: '' });
      expect(held).toMatchObject([{ reference: 'call:c1:2', anonymous: false, callId: 'c1' }]);
    },
  );

  it('has failed when ticket refuses it, or when it cannot even be taken down', async () => {
    const refused = setUp(refuse(WORK_ORDER_ERRORS.fieldMissing));
    expect(await refused.orders.open('c1', ORDER, [])).toEqual({ type: 'work-order-failed', step: 7 });
    expect(refused.held).toEqual([]);
    const away = setUp(refuse(COMMON_ERRORS.unavailable));
    away.breakDatabase();
    expect(await away.orders.open('c1', ORDER, [])).toEqual({ type: 'work-order-failed', step: 7 });
    expect(away.told.join('')).not.toContain('13900010001');
  });

  it('keeps a number that nobody can dial in its text', async () => {
    const { orders, asked } = setUp(opened);
    await orders.open('c1', { ...ORDER, phone: '12345' }, []);
    expect(asked[0]).toMatchObject({ text: '详见录音。 ☎ 12345' });
    expect(asked[0]).not.toHaveProperty('phone');
  });

  it('waits when it is anonymous, tells its query code at once, and leads neither to the caller nor to the call', async () => {
    const { orders, asked, held, moved } = setUp(opened);
    const outcome = await orders.open('c1', { ...ORDER, anonymous: true }, ['message-of-c1']);
    expect(outcome).toEqual({ type: 'work-order-opened', step: 7, number: '', queryCode: '12345678' });
    expect(asked).toEqual([]);
    const [kept] = held;
    const attachments = [{ kind: 'recording', key: 'messages/apart-1.wav' }];
    const order = { anonymous: true, queryCode: '12345678', attachments };
    expect(kept).toMatchObject({ anonymous: true, callId: 'c1', ordinal: 2, order });
    expect(kept?.reference).toMatch(/^anonymous:[0-9a-f-]{36}$/);
    expect(JSON.stringify(kept?.order)).not.toMatch(/13900010001|51001|c1/);
    expect(moved).toEqual(['message-of-c1 to messages/apart-1.wav']);
  });

  it('is the same anonymous case, with the same code, when it is ordered again after a crash', async () => {
    const { orders, held, moved } = setUp(opened);
    const anonymous = { ...ORDER, anonymous: true };
    const first = await orders.open('c1', anonymous, ['message-of-c1']);
    expect(await orders.open('c1', anonymous, ['message-of-c1'])).toEqual(first);
    expect(held).toHaveLength(1);
    expect(new Set(moved)).toEqual(new Set(['message-of-c1 to messages/apart-1.wav']));
  });

  it('is taken without a code when there is none', async () => {
    const { orders, held } = setUp(opened);
    await orders.open('c1', { ...ORDER, anonymous: true }, []);
    const outcome = await orders.open('c2', { ...ORDER, anonymous: true }, []);
    expect(outcome).toMatchObject({ type: 'work-order-opened', queryCode: '' });
    expect(held[1]?.order).not.toHaveProperty('queryCode');
  });
});
