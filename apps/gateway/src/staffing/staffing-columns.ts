import type { CallIntervalView, NeededHeadsView } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 510 as 08:30. */
const timeOf = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** What `imports` takes back. */
export const CALL_HISTORY_COLUMNS = [
  tableColumn<CallIntervalView>('text', '队列', 'queue', ({ queue }) => queue),
  tableColumn<CallIntervalView>('own', '开始时间', 'start at', ({ startAt }) => startAt),
  tableColumn<CallIntervalView>('number', '呼入量', 'offered', ({ offered }) => offered),
  tableColumn<CallIntervalView>('number', '接通量', 'answered', ({ answered }) => answered),
  tableColumn<CallIntervalView>(
    'number',
    '平均处理时长',
    'handling seconds',
    ({ handlingSeconds }) => handlingSeconds,
  ),
];

export const NEEDED_HEADS_COLUMNS = [
  tableColumn<NeededHeadsView>('own', '日期', 'date', ({ date }) => date),
  tableColumn<NeededHeadsView>('own', '开始', 'start', ({ minute }) => timeOf(minute)),
  tableColumn<NeededHeadsView>('number', '分钟', 'minutes', ({ minutes }) => minutes),
  tableColumn<NeededHeadsView>('number', '座席', 'agents', ({ agents }) => agents),
  tableColumn<NeededHeadsView>('number', '排班人数', 'heads', ({ heads }) => heads),
];
