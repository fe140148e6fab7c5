import type { AffectedAccount, MaintenanceView, OutageNoticeView, OutageView } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, type Words, yesNo } from '../http/in-words';

const KINDS: Words<OutageView['kind']> = {
  planned: ['计划停电', 'planned'],
  temporary: ['临时停电', 'temporary'],
  fault: ['故障停电', 'fault'],
  'load-limit': ['限电', 'load limit'],
};
const STATUSES: Words<OutageView['status']> = {
  upcoming: ['未开始', 'upcoming'],
  ongoing: ['停电中', 'ongoing'],
  restored: ['已恢复', 'restored'],
  cancelled: ['已取消', 'cancelled'],
};
const ANNOUNCEMENTS: Words<OutageView['announcement']> = {
  'not-needed': ['不需要', 'not needed'],
  'in-time': ['按时公告', 'in time'],
  short: ['不足七天', 'short notice'],
  'not-announced': ['未公告', 'not announced'],
};
const CUSTOMERS: Words<AffectedAccount['customerKind']> = {
  resident: ['居民', 'resident'],
  organisation: ['单位', 'organisation'],
  'sole-trader': ['个体工商户', 'sole trader'],
};
const STATES: Words<OutageNoticeView['state']> = {
  waiting: ['待通知', 'waiting'],
  calling: ['外呼中', 'being called'],
  confirmed: ['已确认', 'confirmed'],
  failed: ['未通知到', 'not reached'],
  dropped: ['已终止', 'dropped'],
};
const PROOFS: Words<NonNullable<OutageNoticeView['proof']>> = {
  'answered-call': ['自动外呼接听', 'answered call'],
  phone: ['人工电话', 'telephone'],
  sms: ['短信', 'SMS'],
  fax: ['传真', 'fax'],
  'in-person': ['当面', 'in person'],
};

export const OUTAGE_COLUMNS: readonly TableColumn<OutageView>[] = [
  tableColumn('own', '类型', 'kind', ({ kind }, language) => inWords(KINDS, kind, language)),
  tableColumn('own', '状态', 'status', ({ status }, language) => inWords(STATUSES, status, language)),
  tableColumn('own', '区域', 'areas', ({ areaCodes }) => areaCodes?.join(' ')),
  tableColumn('text', '范围', 'range', ({ range }) => range),
  tableColumn('text', '原因', 'cause', ({ cause, causeEn }, language) =>
    language === 'en' ? (causeEn ?? cause) : cause,
  ),
  tableColumn('own', '停电时间', 'starts at', ({ startsAt }) => chinaTime(startsAt)),
  tableColumn('own', '预计恢复', 'expected back', ({ expectedRestorationAt }) =>
    chinaTime(expectedRestorationAt),
  ),
  tableColumn('own', '实际恢复', 'back', ({ restoredAt }) => chinaTime(restoredAt)),
  tableColumn('own', '公告时间', 'announced at', ({ announcedAt }) => chinaTime(announcedAt)),
  tableColumn('own', '公告', 'announcement', ({ announcement }, language) =>
    inWords(ANNOUNCEMENTS, announcement, language),
  ),
  tableColumn(
    'text',
    '提前不足七天的原因',
    'why at short notice',
    ({ shortNoticeReason }) => shortNoticeReason,
  ),
  tableColumn('text', '编号', 'reference', ({ reference }) => reference),
];

export const MAINTENANCE_COLUMNS: readonly TableColumn<MaintenanceView>[] = [
  tableColumn('text', '文件编号', 'reference', ({ reference }) => reference),
  tableColumn('own', '类型', 'kind', ({ kind }, language) => inWords(KINDS, kind, language)),
  tableColumn('text', '内容', 'title', ({ title }) => title),
  tableColumn('own', '区域', 'areas', ({ areaCodes }) => areaCodes.join(' ')),
  tableColumn('own', '开始', 'starts at', ({ startsAt }) => chinaTime(startsAt)),
  tableColumn('own', '结束', 'ends at', ({ endsAt }) => chinaTime(endsAt)),
  tableColumn('text', '批准人', 'approved by', ({ approvedBy }) => approvedBy),
  tableColumn('own', '批准时间', 'approved at', ({ approvedAt }) => chinaTime(approvedAt)),
  tableColumn('own', '收到时间', 'received at', ({ receivedAt }) => chinaTime(receivedAt)),
  tableColumn('own', '期限', 'due', ({ dueAt }) => chinaTime(dueAt)),
  tableColumn('own', '逾期', 'late', ({ late }, language) => yesNo(late, language)),
];

export const NOTICE_COLUMNS: readonly TableColumn<OutageNoticeView>[] = [
  tableColumn('own', '重要客户', 'important', ({ important }, language) => yesNo(important, language)),
  tableColumn('text', '客户', 'customer', ({ recipient }) => recipient),
  tableColumn('text', '户名', 'name', ({ name }) => name),
  tableColumn('own', '客户类型', 'customer kind', ({ customerKind }, language) =>
    inWords(CUSTOMERS, customerKind, language),
  ),
  tableColumn('text', '电话', 'phone', ({ phone }) => phone),
  tableColumn('own', '区域', 'area', ({ areaCode }) => areaCode),
  tableColumn('own', '状态', 'state', ({ state }, language) => inWords(STATES, state, language)),
  tableColumn('own', '凭据', 'proof', ({ proof }, language) => inWords(PROOFS, proof, language)),
  tableColumn('text', '确认人', 'confirmed by', ({ confirmedBy }) => confirmedBy),
  tableColumn('own', '确认时间', 'confirmed at', ({ confirmedAt }) => chinaTime(confirmedAt)),
  tableColumn('text', '未通知到的原因', 'why not', ({ failure }) => failure),
  tableColumn('number', '升级次数', 'escalations', ({ escalationLevel }) => escalationLevel),
  tableColumn('text', '备注', 'note', ({ note }) => note),
];

export const AFFECTED_COLUMNS: readonly TableColumn<AffectedAccount>[] = [
  tableColumn('own', '重要客户', 'important', ({ important }, language) => yesNo(important, language)),
  tableColumn('text', '户号', 'account no', ({ accountNo }) => accountNo),
  tableColumn('text', '户名', 'name', ({ name }) => name),
  tableColumn('own', '客户类型', 'customer kind', ({ customerKind }, language) =>
    inWords(CUSTOMERS, customerKind, language),
  ),
  tableColumn('text', '电话', 'phone', ({ phone }) => phone),
  tableColumn('own', '区域', 'area', ({ areaCode }) => areaCode),
];
