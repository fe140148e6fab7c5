import type { OvertimePurpose, OvertimeStateWord, OvertimeView } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords } from '../http/in-words';

const STATES: Readonly<Record<OvertimeStateWord, readonly [string, string]>> = {
  proposed: ['待本人确认', 'proposed'],
  consented: ['待审批', 'consented'],
  refused: ['本人拒绝', 'refused'],
  approved: ['已批准', 'approved'],
  declined: ['未批准', 'declined'],
  worked: ['已完成', 'worked'],
  withdrawn: ['已撤回', 'withdrawn'],
};
const PURPOSES: Readonly<Record<OvertimePurpose, readonly [string, string]>> = {
  'call-backs': ['处理回拨', 'call-backs'],
  peak: ['话务高峰', 'peak'],
  cover: ['顶班', 'cover'],
  other: ['其他', 'other'],
};

export const OVERTIME_COLUMNS = [
  tableColumn<OvertimeView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<OvertimeView>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<OvertimeView>('own', '日期', 'day', ({ workDate }) => workDate),
  tableColumn<OvertimeView>('own', '开始', 'from', ({ from }) => chinaTime(from)),
  tableColumn<OvertimeView>('own', '结束', 'to', ({ to }) => chinaTime(to)),
  tableColumn<OvertimeView>('number', '计划分钟', 'minutes planned', ({ minutes }) => minutes),
  tableColumn<OvertimeView>('own', '用途', 'purpose', ({ purpose }, language) =>
    inWords(PURPOSES, purpose, language),
  ),
  tableColumn<OvertimeView>('text', '原因', 'reason', ({ reason }) => reason),
  tableColumn<OvertimeView>('own', '状态', 'state', ({ state }, language) =>
    inWords(STATES, state, language),
  ),
  tableColumn<OvertimeView>('text', '提出人', 'proposed by', ({ proposedBy }) => proposedBy),
  tableColumn<OvertimeView>('text', '审批人', 'decided by', ({ decidedBy }) => decidedBy),
  tableColumn<OvertimeView>('number', '实际分钟', 'minutes worked', ({ workedMinutes }) => workedMinutes),
];
