import type {
  RosterEntryView,
  RosterRowView,
  RosterViolationView,
  RosterWishView,
} from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';

const DUTIES = { regular: '正常', reserve: '备勤', overtime: '加班' } as const;
const WISHES = { 'day-off': '休息', shift: '想上', 'not-shift': '不想上' } as const;

/** People down and the days of a month across: what `imports` takes back. */
export function rosterRowColumns(month: string): TableColumn<RosterRowView>[] {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, ofYear, 0)).getUTCDate();
  const days = Array.from({ length: last }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  return [
    tableColumn<RosterRowView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
    tableColumn<RosterRowView>('text', '姓名', 'name', ({ staffName }) => staffName),
    tableColumn<RosterRowView>('own', '班组', 'group', ({ groupCode }) => groupCode),
    ...days.map((day) => tableColumn<RosterRowView>('own', day, day, (row) => row.days[day])),
  ];
}

export const ROSTER_ENTRY_COLUMNS = [
  tableColumn<RosterEntryView>('own', '日期', 'date', ({ workDate }) => workDate),
  tableColumn<RosterEntryView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<RosterEntryView>('text', '姓名', 'name', ({ staffName }) => staffName),
  tableColumn<RosterEntryView>('own', '班次', 'shift', ({ templateCode }) => templateCode),
  tableColumn<RosterEntryView>('own', '开始', 'start', ({ startAt }) => startAt),
  tableColumn<RosterEntryView>('own', '结束', 'end', ({ endAt }) => endAt),
  tableColumn<RosterEntryView>('own', '性质', 'duty', ({ duty }, language) =>
    language === 'en' ? duty : DUTIES[duty],
  ),
];

export const ROSTER_VIOLATION_COLUMNS = [
  tableColumn<RosterViolationView>('own', '级别', 'severity', ({ severity }, language) =>
    language === 'en' ? severity : severity === 'hard' ? '必须改正' : '需说明',
  ),
  tableColumn<RosterViolationView>('own', '规则', 'rule', ({ code }) => code),
  tableColumn<RosterViolationView>('own', '日期', 'date', ({ date }) => date),
  tableColumn<RosterViolationView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<RosterViolationView>('text', '说明', 'explanation', ({ textZh, textEn }, language) =>
    language === 'en' ? textEn : textZh,
  ),
];

export const ROSTER_WISH_COLUMNS = [
  tableColumn<RosterWishView>('own', '日期', 'day', ({ day }) => day),
  tableColumn<RosterWishView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<RosterWishView>('own', '愿望', 'wish', ({ kind }, language) =>
    language === 'en' ? kind : WISHES[kind],
  ),
  tableColumn<RosterWishView>('own', '班次', 'shift', ({ templateCode }) => templateCode),
  tableColumn<RosterWishView>('text', '说明', 'note', ({ note }) => note),
];
