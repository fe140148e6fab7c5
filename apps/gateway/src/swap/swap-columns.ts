import type { RepaymentState, SwapState, SwapView } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

const STATES: Readonly<Record<SwapState, string>> = {
  proposed: '待对方同意',
  consented: '待审批',
  approved: '已批准',
  declined: '对方未同意',
  refused: '未批准',
  withdrawn: '已撤回',
};
const REPAYMENTS: Readonly<Record<RepaymentState, string>> = {
  none: '无',
  owed: '未还班',
  proposed: '还班待同意',
  done: '已还班',
};

export const SWAP_COLUMNS = [
  tableColumn<SwapView>('own', '申请人工号', 'requester', ({ requester }) => requester),
  tableColumn<SwapView>('text', '申请人', 'requester name', ({ requesterName }) => requesterName),
  tableColumn<SwapView>('own', '替班人工号', 'partner', ({ partner }) => partner),
  tableColumn<SwapView>('text', '替班人', 'partner name', ({ partnerName }) => partnerName),
  tableColumn<SwapView>('own', '替出班次', 'given', ({ given }) =>
    given.map(({ workDate }) => workDate).join(' '),
  ),
  tableColumn<SwapView>('own', '还班班次', 'taken', ({ taken }) =>
    taken.map(({ workDate }) => workDate).join(' '),
  ),
  tableColumn<SwapView>('own', '状态', 'state', ({ state }, language) =>
    language === 'en' ? state : STATES[state],
  ),
  tableColumn<SwapView>('own', '还班', 'repayment', ({ repayment }, language) =>
    language === 'en' ? repayment : REPAYMENTS[repayment],
  ),
  tableColumn<SwapView>('own', '还班期限', 'repayment due', ({ repaymentDue }) => repaymentDue),
  tableColumn<SwapView>('text', '原因', 'reason', ({ reason }) => reason),
  tableColumn<SwapView>('own', '审批人', 'decided by', ({ decidedBy }) => decidedBy),
];
