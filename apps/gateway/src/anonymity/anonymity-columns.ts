import type { IdentityAuditRow, IdentityReadingView } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

export const AUDIT_COLUMNS = [
  tableColumn<IdentityAuditRow>('own', '时间', 'at', ({ at }) => at),
  tableColumn<IdentityAuditRow>('own', '操作', 'action', ({ action }) => action),
  tableColumn<IdentityAuditRow>('own', '操作人', 'actor', ({ actor }) => actor),
  tableColumn<IdentityAuditRow>('own', '工单', 'work order', ({ number }) => number),
  tableColumn<IdentityAuditRow>('own', '申请', 'request', ({ requestId }) => requestId),
  tableColumn<IdentityAuditRow>('text', '理由', 'reason', ({ reason }) => reason),
  tableColumn<IdentityAuditRow>('own', '关联号', 'correlation id', ({ correlationId }) => correlationId),
];

export const READING_COLUMNS = [
  tableColumn<IdentityReadingView>('own', '申请', 'request', ({ requestId }) => requestId),
  tableColumn<IdentityReadingView>('own', '工单', 'work order', ({ number }) => number),
  tableColumn<IdentityReadingView>('own', '状态', 'state', ({ state }) => state),
  tableColumn<IdentityReadingView>('own', '申请人', 'requested by', ({ requestedBy }) => requestedBy),
  tableColumn<IdentityReadingView>('own', '申请时间', 'requested at', ({ requestedAt }) => requestedAt),
  tableColumn<IdentityReadingView>('text', '理由', 'reason', ({ reason }) => reason),
  tableColumn<IdentityReadingView>('own', '审批人', 'decided by', ({ decidedBy }) => decidedBy),
  tableColumn<IdentityReadingView>('own', '审批时间', 'decided at', ({ decidedAt }) => decidedAt),
  tableColumn<IdentityReadingView>(
    'text',
    '审批意见',
    'decision reason',
    ({ decisionReason }) => decisionReason,
  ),
  tableColumn<IdentityReadingView>('own', '有效至', 'until', ({ until }) => until),
  tableColumn<IdentityReadingView>('own', '读取时间', 'read at', ({ readAt }) => readAt),
];
