import { COMMON_ERRORS, type Operation } from '@switchyard/contracts';
import type { FlowEffect } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { FlowLookUps } from './flow-look-ups';

type Answers = Readonly<Record<string, unknown>>;
type LookUp = Extract<FlowEffect, { type: 'look-up' }>;

const AWAY = new DomainError(COMMON_ERRORS.unavailable, 'ticket does not answer');
const SUMMARY = {
  accountNo: '51001',
  name: '王芳',
  kind: 'resident',
  areaCode: 'A1',
  valueTier: 'high',
  listFlag: 'normal',
  important: false,
};

function setUp(answers: Answers) {
  const asked: { subject: string; request: unknown }[] = [];
  const counts: string[] = [];
  const told: unknown[] = [];
  const client = {
    call: async ({ subject }: Operation<object, object>, request: object) => {
      asked.push({ subject, request });
      const answer = answers[subject.split('.')[2] ?? ''];
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? (answer as (request: object) => unknown)(request) : answer;
    },
  };
  const say = (...line: unknown[]) => void told.push(line);
  const lookUps = new FlowLookUps(client as never, { warn: say, error: say }, (what, result) => {
    counts.push(`${what} ${result}`);
  });
  return { lookUps, asked, counts, told };
}

const look = (what: LookUp['what'], over: Partial<LookUp> = {}): LookUp => ({
  type: 'look-up',
  step: 3,
  what,
  ...over,
});

describe('who calls', () => {
  it('is told by the number', async () => {
    const { lookUps } = setUp({ 'find-customer': { accounts: [SUMMARY] } });
    expect(await lookUps.findCaller('c1', '+8613900010001')).toEqual({
      type: 'caller-known',
      accounts: [
        { accountNo: '51001', areaCode: 'A1', valueTier: 'high', listFlag: 'normal', important: false },
      ],
    });
  });

  it('stays unknown when nobody can be asked: the call goes on', async () => {
    const { lookUps, counts } = setUp({ 'find-customer': AWAY });
    expect(await lookUps.findCaller('c1', '+8613900010001')).toEqual({ type: 'caller-known', accounts: [] });
    expect(counts).toEqual(['caller unavailable']);
  });
});

describe('a look-up', () => {
  it.each<[string, LookUp, Answers]>([
    ['no bill', look('bill', { accountNo: '51001' }), { 'get-latest-bill': { bill: null } }],
    ['nothing owed', look('arrears', { accountNo: '51001' }), { 'list-arrears': { months: [] } }],
    ['no payment', look('payments', { accountNo: '51001' }), { payments: { items: [] } }],
    ['no outage', look('outages', { accountNo: '51001' }), { 'known-outages': { outages: [] } }],
    ['no such case', look('case-progress', { queryCode: '40000001' }), { 'case-progress': { case: null } }],
    ['a code that is none', look('case-progress', { queryCode: '12' }), {}],
    [
      'an account that is not there',
      look('customer-data', { accountNo: '9' }),
      { account: new DomainError('account.not-found', 'no such account') },
    ],
    ['nobody to look up', look('bill'), {}],
  ])('finds %s', async (_nothing, effect, answers) => {
    const { lookUps } = setUp(answers);
    expect(await lookUps.lookUp('c1', effect)).toEqual({
      type: 'look-up-result',
      step: 3,
      result: 'not-found',
    });
  });

  it.each([
    ['with its address', { address: '人民路12号' }],
    ['without an address that nobody knows', {}],
  ])("tells a caller's own data %s", async (_, address) => {
    const account = { accountNo: '51001', name: '王芳', kind: 'resident', ...address };
    const { lookUps } = setUp({ account });
    expect(await lookUps.lookUp('c1', look('customer-data', { accountNo: '51001' }))).toEqual({
      type: 'look-up-result',
      step: 3,
      result: 'found',
      data: { values: account },
    });
  });

  it('says so when it cannot be made', async () => {
    const { lookUps, counts } = setUp({ 'get-latest-bill': AWAY });
    expect(await lookUps.lookUp('c1', look('bill', { accountNo: '51001' }))).toEqual({
      type: 'look-up-result',
      step: 3,
      result: 'unavailable',
    });
    expect(counts).toEqual(['bill unavailable']);
  });

  it('tells the day of a payment as it was in China', async () => {
    const items = [{ paidAt: '2026-03-01T17:00:00Z', amountFen: 7_040, billMonth: '2026-02' }];
    const { lookUps } = setUp({ payments: { items } });
    expect(await lookUps.lookUp('c1', look('payments', { accountNo: '51001' }))).toMatchObject({
      data: { items: [{ paidOn: '2026-03-02', amountFen: 7_040, month: '2026-02' }] },
    });
  });

  it('tells outages of several areas once each, those that are out now first', async () => {
    const outage = (outageId: string, upcoming: boolean) => ({
      outageId,
      upcoming,
      kind: 'fault',
      areaName: { 'zh-CN': '城关', en: 'Chengguan' },
      cause: { 'zh-CN': '故障', en: 'a fault' },
      startsAt: '2026-03-02T01:00:00Z',
    });
    const { lookUps, asked } = setUp({
      'known-outages': ({ areaCode }: { areaCode?: string }) => ({
        outages: areaCode === 'A1' ? [outage('later', true)] : [outage('later', true), outage('now', false)],
      }),
    });
    const result = await lookUps.lookUp('c1', look('outages', { areaCodes: ['A1', 'A2'] }));
    expect(asked).toHaveLength(2);
    expect(result.data?.items).toHaveLength(2);
    expect(result.data?.items?.[0]).toMatchObject({ kind: 'fault', startsAt: '2026-03-02T01:00:00Z' });
  });
});

describe('a fault of today', () => {
  it('is explained by no outage of tomorrow', async () => {
    const { lookUps, asked } = setUp({ 'known-outages': { outages: [] } });
    await lookUps.lookUp('c1', look('outages', { accountNo: '51001', currentOnly: true }));
    expect(asked[0]?.request).toEqual({ accountNo: '51001', withinDays: 0 });
  });
});

describe('what is keyed as a password', () => {
  const verify = (answers: Answers) => {
    const surroundings = setUp(answers);
    const effect = { type: 'verify-password', step: 5, accountNo: '51001', password: '135790' } as const;
    return { ...surroundings, verdict: surroundings.lookUps.verifyPassword('c1', effect) };
  };

  it('proves who calls', async () => {
    const { verdict } = verify({ 'verify-telephone-password': { result: 'verified', account: SUMMARY } });
    expect(await verdict).toMatchObject({ result: 'verified', account: { accountNo: '51001' } });
  });

  it('is wrong when it can be no password at all', async () => {
    const { verdict } = verify({
      'verify-telephone-password': new DomainError(COMMON_ERRORS.invalid, 'must be shorter'),
    });
    expect(await verdict).toEqual({ type: 'password-result', step: 5, result: 'wrong' });
  });

  it('never reaches a log, whatever goes wrong', async () => {
    const leak = Object.assign(new Error('bad request: 135790'), { request: { password: '135790' } });
    for (const failure of [AWAY, leak]) {
      const { verdict, told } = verify({ 'verify-telephone-password': failure });
      expect(await verdict).toMatchObject({ result: 'unavailable' });
      expect(told).toHaveLength(1);
      expect(JSON.stringify(told)).not.toContain('135790');
    }
  });
});
