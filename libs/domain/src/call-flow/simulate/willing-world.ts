import type { FlowLookUp } from '../document/vocabulary';
import type { LookUpData } from '../engine/flow-event';
import type { CallerAccount } from '../engine/flow-state';
import type { SimulatedWorld } from './simulated-world';

export const SAMPLE_ACCOUNT: CallerAccount = {
  accountNo: '5100123456',
  areaCode: 'A01',
  valueTier: 'ordinary',
  listFlag: 'normal',
  important: false,
};

/** What there is to find about the sample account. */
export const SAMPLE_DATA: Readonly<Record<FlowLookUp, LookUpData>> = {
  bill: {
    values: {
      month: '2026-02',
      readingDate: '2026-02-28',
      registerValue: 12_345.6,
      energyKwh: 212,
      amountFen: 1_003_030,
      previousBalanceFen: 2_000,
      payableFen: 1_005_030,
    },
  },
  arrears: {
    values: {
      totalFen: 10_205,
      penaltyMethod: { 'zh-CN': '每日按欠费的1‰计收', en: '1‰ of the arrears a day' },
      payPlace: { 'zh-CN': '城关供电营业厅，人民路12号', en: 'Chengguan service hall, 12 Renmin Road' },
    },
    items: [{ month: '2026-01', amountFen: 10_000, penaltyFen: 205 }],
  },
  payments: { items: [{ paidOn: '2026-01-20', amountFen: 8_000 }] },
  outages: {
    items: [
      {
        kind: 'fault',
        cause: { 'zh-CN': '线路故障', en: 'a broken line' },
        startsAt: '2026-03-02T01:00:00Z',
        restoration: '2026-03-02T06:30:00Z',
        areaName: { 'zh-CN': '城关', en: 'Chengguan' },
      },
    ],
  },
  'case-progress': {
    values: {
      number: 'W20260302-000117',
      kind: 'complaint',
      status: 'open',
      openedAt: '2026-03-02T01:30:00Z',
      progress: { 'zh-CN': '业务部门正在处理', en: 'the department is dealing with it' },
    },
  },
  'customer-data': {
    values: { name: '王芳', accountNo: '5100123456', kind: 'resident', address: '城关人民路12号' },
  },
};

/** A world in which everything works: the sample account is bound, everything is found, an agent answers. */
export function willingWorld(changes: Partial<SimulatedWorld> = {}): SimulatedWorld {
  return {
    findCaller: () => [SAMPLE_ACCOUNT],
    lookUp: ({ what }) => ({ result: 'found', data: SAMPLE_DATA[what] }),
    verify: ({ accountNo, password }) =>
      accountNo === SAMPLE_ACCOUNT.accountNo && password === '246810'
        ? { result: 'verified', account: SAMPLE_ACCOUNT }
        : { result: 'wrong' },
    openWorkOrder: ({ ordinal }) => ({ number: `W20260302-00000${ordinal}`, queryCode: '40718236' }),
    recordedSeconds: () => 20,
    forgetCaller: () => true,
    enqueue: () => 'served',
    transfer: () => true,
    plays: () => true,
    ...changes,
  };
}
