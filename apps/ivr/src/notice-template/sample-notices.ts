import type { NoticeKind } from '@switchyard/domain';

/** A customer that there is not, to try templates with: what a notice of each kind tells. Money in fen. */
export const SAMPLE_NOTICES: Readonly<Record<NoticeKind, Readonly<Record<string, string | number>>>> = {
  'bill-notice': {
    accountNo: '5100123456',
    readingDate: '2026-02-28',
    registerValue: 12_345.6,
    energyKwh: 230,
    amountFen: 12_050,
    previousBalanceFen: -1_030,
    payableFen: 11_020,
  },
  'arrears-reminder': {
    accountNo: '5100123456',
    billMonth: '2026-01',
    arrearsFen: 11_020,
    penaltyFen: 165,
    penaltyMethod: '每日千分之一',
    totalFen: 11_185,
    payPlace: '城区营业厅',
  },
  'outage-notice': {
    accountNo: '5100123456',
    occasion: 'announcement',
    area: '秦淮区',
    cause: '线路检修',
    startsAt: '2026-03-02T09:00',
    restorationAt: '2026-03-02T18:30',
  },
};
