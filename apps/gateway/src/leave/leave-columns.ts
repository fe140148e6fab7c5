import type {
  AnnualBalanceView,
  LeaveKindWord,
  LeaveOfDay,
  LeaveState,
  LeaveView,
} from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

const KINDS: Readonly<Record<LeaveKindWord, string>> = {
  sick: '病假',
  personal: '事假',
  annual: '公休',
  marriage: '婚假',
  maternity: '产假',
  paternity: '陪护假',
};
const STATES: Readonly<Record<LeaveState, string>> = {
  requested: '待审批',
  approved: '已批准',
  refused: '未批准',
  withdrawn: '已撤回',
  cancelled: '已销假',
};
const HALVES = { am: '上午', pm: '下午', whole: '全天' } as const;

export const LEAVE_COLUMNS = [
  tableColumn<LeaveView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<LeaveView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<LeaveView>('own', '种类', 'kind', ({ kind }, language) =>
    language === 'en' ? kind : KINDS[kind],
  ),
  tableColumn<LeaveView>('own', '开始', 'from', ({ from }) => from),
  tableColumn<LeaveView>('own', '开始半天', 'from half', ({ fromHalf }, language) =>
    language === 'en' ? fromHalf : HALVES[fromHalf],
  ),
  tableColumn<LeaveView>('own', '结束', 'to', ({ to }) => to),
  tableColumn<LeaveView>('own', '结束半天', 'to half', ({ toHalf }, language) =>
    language === 'en' ? toHalf : HALVES[toHalf],
  ),
  tableColumn<LeaveView>('number', '天数', 'days', ({ days }) => days),
  tableColumn<LeaveView>('own', '状态', 'state', ({ state }, language) =>
    language === 'en' ? state : STATES[state],
  ),
  tableColumn<LeaveView>('text', '原因', 'reason', ({ reason }) => reason),
  tableColumn<LeaveView>('own', '申请时间', 'applied at', ({ appliedAt }) => appliedAt),
  tableColumn<LeaveView>('own', '审批人', 'decided by', ({ steps }) =>
    steps.flatMap(({ decidedBy }) => decidedBy ?? []).join(' '),
  ),
  tableColumn<LeaveView>('own', '缺材料', 'papers missing', ({ papersMissing }) => papersMissing.join(' ')),
];

export const LEAVE_DAY_COLUMNS = [
  tableColumn<LeaveOfDay>('own', '日期', 'date', ({ date }) => date),
  tableColumn<LeaveOfDay>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<LeaveOfDay>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<LeaveOfDay>('own', '种类', 'kind', ({ kind }, language) =>
    language === 'en' ? kind : KINDS[kind],
  ),
  tableColumn<LeaveOfDay>('own', '时段', 'half', ({ half }, language) =>
    language === 'en' ? half : HALVES[half],
  ),
  tableColumn<LeaveOfDay>('own', '已批准', 'approved', ({ approved }, language) =>
    language === 'en' ? String(approved) : approved ? '是' : '否',
  ),
];

export const BALANCE_COLUMNS = [
  tableColumn<AnnualBalanceView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<AnnualBalanceView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<AnnualBalanceView>('number', '年度', 'year', ({ year }) => year),
  tableColumn<AnnualBalanceView>('number', '应休', 'entitled', ({ entitledDays }) => entitledDays),
  tableColumn<AnnualBalanceView>('number', '上年结转', 'carried over', ({ carriedDays }) => carriedDays),
  tableColumn<AnnualBalanceView>('number', '已休', 'taken', ({ takenDays }) => takenDays),
  tableColumn<AnnualBalanceView>('number', '待批', 'reserved', ({ reservedDays }) => reservedDays),
  tableColumn<AnnualBalanceView>('number', '剩余', 'left', ({ leftDays }) => leftDays),
];
