import type { CallerAccount, FlowEffect, FlowState } from '@switchyard/domain';
import type { InboundCall } from '../inbound-calls/inbound-call';
import { mustSurvive, recordAfter } from './record-after';

const AT = Date.parse('2026-03-02T01:00:00Z');
const ACCOUNT: CallerAccount = { accountNo: '51001', valueTier: 'mid', listFlag: 'red', important: true };
const STATE = {
  node: 'main-menu',
  facts: { from: '+8613900010001', sample: 0 },
  language: 'zh-CN',
  anonymous: false,
  orders: 0,
  waits: 'keys',
  volatile: { entry: '135790', ahead: '' },
} as unknown as FlowState;
const RECORD = {
  callId: 'c1',
  fromNumber: '+8613900010001',
  accountNo: null,
  asked: [],
  anonymous: false,
  selfServiceCompleted: false,
  orders: 0,
  phase: 'menu',
  flowState: null,
} as unknown as InboundCall;

const after = (effects: readonly FlowEffect[], state: Partial<FlowState> = {}, record = RECORD) =>
  recordAfter(record, { ...STATE, ...state }, effects, AT);

describe('what is stored of a call', () => {
  it('never holds what is being keyed', () => {
    expect(JSON.stringify(after([]))).not.toContain('135790');
  });

  it('tells who called, once that is proved', () => {
    const record = after([{ type: 'identified', accountNo: '51001', by: 'password' }], { account: ACCOUNT });
    expect(record).toMatchObject({
      accountNo: '51001',
      identifiedBy: 'password',
      valueTier: 'mid',
      listFlag: 'red',
      important: true,
    });
  });

  it('takes the standing of the only account of a number, but not its account number', () => {
    expect(after([], { accounts: [ACCOUNT] })).toMatchObject({ accountNo: null, valueTier: 'mid' });
    expect(after([], { accounts: [ACCOUNT, ACCOUNT] }).valueTier).toBeUndefined();
  });

  it('tells what was asked for, in order, and whether the menus were enough', () => {
    const first = after([{ type: 'note', asked: 'bill' }]);
    const second = after([{ type: 'note', completed: 'bill' }], {}, first);
    const third = after([{ type: 'note', asked: 'human' }], {}, second);
    expect(third.asked.map(({ what }) => what)).toEqual(['bill', 'human']);
    expect(third.selfServiceCompleted).toBe(true);
  });

  it('does not grow without end', () => {
    const walker = Array.from({ length: 80 }, (): FlowEffect => ({ type: 'note', asked: 'guide' }));
    expect(after(walker).asked).toHaveLength(50);
  });

  it('forgets who called in the same breath as the wish to stay unknown, and for good', () => {
    const known = after([{ type: 'identified', accountNo: '51001', by: 'phone' }], { account: ACCOUNT });
    const unknown = after([{ type: 'forget-caller', step: 3 }], { account: ACCOUNT }, known);
    expect(unknown).toMatchObject({ anonymous: true, fromNumber: null, accountNo: null, valueTier: null });
    expect(JSON.stringify(unknown)).not.toMatch(/13900010001|51001/);
    const later = after(
      [{ type: 'identified', accountNo: '51001', by: 'phone' }],
      { account: ACCOUNT },
      unknown,
    );
    expect(later).toMatchObject({ anonymous: true, fromNumber: null, accountNo: null });
  });

  it('keeps of a forgotten caller what a crash must not lose: the message, and the code to ask by (C5)', () => {
    const said = {
      attached: [1],
      values: { 'workOrder.queryCode': '12345678', callBackNumber: '13900010001' },
    };
    const { flowState } = after([], { anonymous: true, account: ACCOUNT, ...said });
    expect(flowState).toMatchObject({ attached: [1], values: { 'workOrder.queryCode': '12345678' } });
    expect(JSON.stringify(flowState)).not.toMatch(/13900010001|51001/);
    const before = after([{ type: 'forget-caller', step: 3 }], said);
    expect(before.flowState).toMatchObject({ attached: [], values: {} });
  });
});

describe('what must survive a crash', () => {
  const stored = after([]);

  it.each<[string, boolean, InboundCall]>([
    ['nothing new', false, after([], {}, stored)],
    ['another wrong key', false, after([], { strikes: 1 }, stored)],
    ['another node', true, after([], { node: 'self-service' }, stored)],
    ['a work order that was ordered', true, after([], { orders: 1 }, stored)],
    ['a matter asked for', true, after([{ type: 'note', asked: 'bill' }], {}, stored)],
    ['another language', true, after([], { language: 'en' }, stored)],
  ])('%s: %s', (_what, must, next) => {
    expect(mustSurvive(stored, next)).toBe(must);
  });
});
