import type { HandoverMatterView, HandoverStateName, HandoverSummary } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

const STATES: Readonly<Record<HandoverStateName, string>> = {
  draft: '草稿',
  submitted: '待接班确认',
  accepted: '已交接',
  cancelled: '已取消',
};

export const HANDOVER_COLUMNS = [
  tableColumn<HandoverSummary>('own', '编号', 'id', ({ handoverId }) => handoverId),
  tableColumn<HandoverSummary>('text', '班次', 'shift', ({ shift }) => shift),
  tableColumn<HandoverSummary>('own', '状态', 'state', ({ state }, language) =>
    language === 'en' ? state : STATES[state],
  ),
  tableColumn<HandoverSummary>('text', '交班人', 'outgoing', ({ outgoing }) => outgoing),
  tableColumn<HandoverSummary>('text', '接班人', 'relief', ({ relief }) => relief),
  tableColumn<HandoverSummary>('own', '开始时间', 'begun at', ({ createdAt }) => createdAt),
  tableColumn<HandoverSummary>('own', '提交时间', 'submitted at', ({ submittedAt }) => submittedAt),
  tableColumn<HandoverSummary>('own', '接班时间', 'accepted at', ({ acceptedAt }) => acceptedAt),
  tableColumn<HandoverSummary>('number', '移交工单', 'work orders moved', ({ moved }) => moved),
];

export const MATTER_COLUMNS = [
  tableColumn<HandoverMatterView>('own', '编号', 'id', ({ matterId }) => matterId),
  tableColumn<HandoverMatterView>('text', '事项', 'matter', ({ text }) => text),
  tableColumn<HandoverMatterView>('text', '首接人', 'taken by', ({ recordedBy }) => recordedBy),
  tableColumn<HandoverMatterView>('own', '登记时间', 'taken at', ({ recordedAt }) => recordedAt),
  tableColumn<HandoverMatterView>('text', '结果', 'result', ({ result }) => result),
  tableColumn<HandoverMatterView>('text', '办理人', 'settled by', ({ settledBy }) => settledBy),
  tableColumn<HandoverMatterView>('own', '办结时间', 'settled at', ({ settledAt }) => settledAt),
];
