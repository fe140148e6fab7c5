import { type Column, readText, readWord, textColumn } from '@switchyard/platform';
import { readMomentCell } from './read-moment-cell';

/** What is told of an outage (rules §6): what it is, why, where, from when and until when. */
export const OUTAGE_COLUMNS: readonly Column[] = [
  textColumn(
    {
      field: 'outage',
      chinese: '停电编号',
      english: 'outage',
      headers: ['停电单号', '通知编号', 'outage no'],
    },
    readText(40),
  ),
  textColumn(
    { field: 'occasion', chinese: '通知类型', english: 'occasion', headers: [], required: false },
    readWord({
      announcement: ['停电', '停电通知'],
      change: ['变更', '停电变更'],
      cancellation: ['取消', '停电取消'],
      restoration: ['恢复', '恢复供电'],
    }),
  ),
  textColumn(
    { field: 'area', chinese: '停电区域', english: 'area', headers: ['停电范围', '区域'] },
    readText(100),
  ),
  textColumn({ field: 'cause', chinese: '停电原因', english: 'cause', headers: ['原因'] }, readText(500)),
  textColumn(
    {
      field: 'startsAt',
      chinese: '停电时间',
      english: 'starts at',
      headers: ['停电开始时间', '开始时间', 'start'],
    },
    readMomentCell,
  ),
  textColumn(
    {
      field: 'restorationAt',
      chinese: '预计恢复时间',
      english: 'restoration',
      required: false,
      headers: ['恢复时间', '恢复供电时间', '预计送电时间', 'restoration at', 'expected restoration'],
    },
    readMomentCell,
  ),
];
