import type { FollowUpView } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, type Words, yesNo } from '../http/in-words';

const KINDS: Words<FollowUpView['kind']> = {
  fault: ['故障报修', 'fault'],
  complaint: ['投诉', 'complaint'],
  'misconduct-report': ['举报', 'misconduct report'],
  query: ['查询', 'query'],
  consultation: ['咨询', 'consultation'],
  application: ['用电申请', 'application'],
};
const PURPOSES: Words<FollowUpView['purpose']> = {
  'decision-reply': ['告知处理意见', 'to tell the decision'],
  'call-back': ['回访', 'follow-up'],
};
const STATUSES: Words<FollowUpView['status']> = {
  open: ['未安排', 'open'],
  assigned: ['已安排', 'assigned'],
  done: ['已回访', 'done'],
  'not-reached': ['未联系上', 'not reached'],
  excluded: ['不回访', 'left out'],
  withdrawn: ['已撤销', 'withdrawn'],
};
const JUDGEMENTS: Words<NonNullable<FollowUpView['judgement']>> = {
  satisfied: ['满意', 'satisfied'],
  neutral: ['一般', 'neutral'],
  dissatisfied: ['不满意', 'dissatisfied'],
};

/** The call-back plan as a table. */
export const FOLLOW_UP_COLUMNS: readonly TableColumn<FollowUpView>[] = [
  tableColumn('own', '工单号', 'work order', ({ workOrderNumber }) => workOrderNumber),
  tableColumn('own', '类型', 'kind', ({ kind }, language) => inWords(KINDS, kind, language)),
  tableColumn('own', '目的', 'purpose', ({ purpose }, language) => inWords(PURPOSES, purpose, language)),
  tableColumn('text', '户号', 'account no', ({ accountNo }) => accountNo),
  tableColumn('text', '电话', 'phone', ({ phone }) => phone),
  tableColumn('text', '区域', 'area', ({ areaCode }) => areaCode),
  tableColumn('own', '产生时间', 'arose at', ({ arisesAt }) => chinaTime(arisesAt)),
  tableColumn('own', '可回访时间', 'call from', ({ callFrom }) => chinaTime(callFrom)),
  tableColumn('own', '期限', 'due', ({ dueAt }) => chinaTime(dueAt)),
  tableColumn('own', '状态', 'status', ({ status }, language) => inWords(STATUSES, status, language)),
  tableColumn('text', '回访人', 'by', ({ assigneeId }) => assigneeId),
  tableColumn('own', '计划时间', 'planned for', ({ plannedFor }) => chinaTime(plannedFor)),
  tableColumn('number', '次数', 'tries', ({ tries }) => tries),
  tableColumn('own', '完成时间', 'ended at', ({ endedAt }) => chinaTime(endedAt)),
  tableColumn('own', '按期', 'on time', ({ onTime }, language) => yesNo(onTime, language)),
  tableColumn('number', '满意度（1–5）', 'satisfaction (1–5)', ({ satisfaction }) => satisfaction),
  tableColumn('own', '评价', 'judgement', ({ judgement }, language) =>
    inWords(JUDGEMENTS, judgement, language),
  ),
  tableColumn('text', '客户意见', "customer's words", ({ opinion }) => opinion),
  tableColumn('text', '不回访原因', 'why left out', ({ exclusionText }) => exclusionText),
];
