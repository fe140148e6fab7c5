import type { WorkOrderView } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, type Words } from '../http/in-words';

const KINDS: Words<WorkOrderView['kind']> = {
  'call-back-request': ['回电请求', 'request to be called back'],
  fault: ['故障报修', 'fault'],
  query: ['查询', 'query'],
  consultation: ['咨询', 'consultation'],
  complaint: ['投诉', 'complaint'],
  'misconduct-report': ['举报', 'misconduct report'],
  application: ['用电申请', 'application'],
  suggestion: ['建议', 'suggestion'],
  'hard-question': ['疑难问题', 'hard question'],
};
const STATUSES: Words<WorkOrderView['status']> = {
  open: ['处理中', 'open'],
  closed: ['已办结', 'closed'],
};
const CHANNELS: Words<NonNullable<WorkOrderView['channel']>> = {
  voice: ['电话', 'voice'],
  menu: ['自助语音', 'menu'],
  sms: ['短信', 'SMS'],
  fax: ['传真', 'fax'],
  letter: ['信函', 'letter'],
  web: ['网站', 'web'],
  chat: ['在线', 'chat'],
  system: ['系统', 'system'],
};

/** Work orders as a table. */
export const WORK_ORDER_COLUMNS: readonly TableColumn<WorkOrderView>[] = [
  tableColumn('own', '工单号', 'number', ({ number }) => number),
  tableColumn('own', '类型', 'kind', ({ kind }, language) => inWords(KINDS, kind, language)),
  tableColumn('own', '状态', 'status', ({ status }, language) => inWords(STATUSES, status, language)),
  tableColumn('own', '环节', 'stage', ({ stage }) => stage),
  tableColumn('own', '内容分类', 'content', ({ contentCategory }) => contentCategory),
  tableColumn('own', '当前部门', 'owner', ({ owner }) => owner),
  tableColumn('own', '处理人', 'assignee', ({ assignee }) => assignee),
  tableColumn('own', '首问责任人', 'responsible', ({ responsible }) => responsible),
  tableColumn('text', '户号', 'account no', ({ accountNo }) => accountNo),
  tableColumn('text', '电话', 'phone', ({ phone }) => phone),
  tableColumn('text', '区域', 'area', ({ areaCode }) => areaCode),
  tableColumn('own', '受理渠道', 'channel', ({ channel = 'system' }, language) =>
    inWords(CHANNELS, channel, language),
  ),
  tableColumn('own', '受理时间', 'opened at', ({ openedAt }) => chinaTime(openedAt)),
  tableColumn('own', '到期时间', 'due at', ({ nextDueAt }) => chinaTime(nextDueAt)),
  tableColumn('number', '催办次数', 'urged', ({ urged }) => urged),
  tableColumn('own', '办结时间', 'closed at', ({ closedAt }) => chinaTime(closedAt)),
  tableColumn('text', '内容', 'text', ({ text }) => text),
  tableColumn('text', '结果', 'result', ({ result }) => result),
];
