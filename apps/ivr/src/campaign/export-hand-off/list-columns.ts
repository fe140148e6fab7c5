import { type BatchKind, formatYuan, MINUTES_PER_DAY, SHANGHAI_OFFSET_MINUTES } from '@switchyard/domain';
import type { TableColumn, TableLanguage } from '@switchyard/platform';
import { dispositionWords, outcomeWords } from '../get-contact-timeline/timeline-words';
import type { HandedOff } from '../hand-off/hand-offs.port';

/** One line of the list: a contact, its place from 1, and what is left to pay, in fen. */
export interface ListedContact extends HandedOff {
  readonly place: number;
  readonly balanceFen: number;
}

export type ListColumn = TableColumn<ListedContact>;

const KIND_WORDS: Readonly<Record<string, Readonly<Record<TableLanguage, string>>>> = {
  resident: { 'zh-CN': '居民', en: 'resident' },
  organisation: { 'zh-CN': '单位', en: 'organisation' },
  'sole-trader': { 'zh-CN': '个体工商户', en: 'sole trader' },
};

/** Columns of the paper-notice list (T2.11): whom, the notice's own content, why, and the evidence. */
export function listColumns(kind: BatchKind): readonly ListColumn[] {
  return [...CUSTOMER, ...NOTICE[kind], ...EVIDENCE];
}

const CUSTOMER: readonly ListColumn[] = [
  column('number', '序号', 'no', ({ place }) => String(place)),
  column('text', '户号', 'account no', ({ contact }) => contact.accountNo),
  column('text', '户名', 'name', ({ contact }) => contact.customerName),
  column('own', '电话', 'phone', ({ contact }) => nationalNumber(contact.number)),
  column('own', '分机', 'extension', ({ contact }) => contact.extension ?? ''),
  column(
    'own',
    '客户类型',
    'customer kind',
    ({ contact }, language) => KIND_WORDS[contact.customerKind]?.[language] ?? contact.customerKind,
  ),
];

const NOTICE: Readonly<Record<BatchKind, readonly ListColumn[]>> = {
  'bill-notice': [
    field('own', '抄表日期', 'reading date', 'readingDate'),
    field('number', '示数', 'register value', 'registerValue'),
    field('number', '电量', 'energy kwh', 'energyKwh'),
    money('电费', 'amount', 'amountFen'),
    money('上期余额', 'previous balance', 'previousBalanceFen'),
    money('应缴金额', 'payable', 'payableFen'),
    column('number', '尚欠金额', 'left to pay', ({ balanceFen }) => formatYuan(balanceFen)),
  ],
  'arrears-reminder': [
    field('own', '欠费月份', 'bill month', 'billMonth'),
    money('欠费金额', 'arrears', 'arrearsFen'),
    money('违约金', 'penalty to date', 'penaltyFen'),
    field('text', '违约金计算方法', 'penalty method', 'penaltyMethod'),
    money('合计', 'total', 'totalFen'),
    field('text', '缴费地点', 'pay place', 'payPlace'),
    column('number', '尚欠金额', 'left to pay', ({ balanceFen }) => formatYuan(balanceFen)),
  ],
  'outage-notice': [
    field('own', '通知类型', 'occasion', 'occasion'),
    field('text', '停电区域', 'area', 'area'),
    field('text', '停电原因', 'cause', 'cause'),
    field('own', '停电时间', 'starts at', 'startsAt'),
    field('own', '恢复时间', 'restoration', 'restorationAt'),
  ],
};

const EVIDENCE: readonly ListColumn[] = [
  column(
    'own',
    '转交原因',
    'reason',
    ({ reason }, language) => dispositionWords('handed-off', reason)[language],
  ),
  column('own', '转交时间', 'handed off at', ({ handedOffAt }) => localTime(handedOffAt)),
  column('number', '计次外呼', 'counted attempts', ({ contact }) => String(contact.countedAttempts)),
  column('own', '外呼记录', 'attempts', ({ attempts }, language) =>
    attempts
      .map(({ originatedAt, claimedAt, outcome, cause }) => {
        const words = outcomeWords(outcome ?? 'unknown')[language];
        return `${localTime(originatedAt ?? claimedAt)} ${words}${cause === null ? '' : ` (${cause})`}`;
      })
      .join(language === 'en' ? '; ' : '；'),
  ),
];

function column(
  type: ListColumn['type'],
  chinese: string,
  english: string,
  value: ListColumn['value'],
): ListColumn {
  return { title: { 'zh-CN': chinese, en: english }, type, value };
}

function field(type: ListColumn['type'], chinese: string, english: string, name: string): ListColumn {
  return column(type, chinese, english, ({ contact }) => {
    const value = contact.notice[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}

function money(chinese: string, english: string, name: string): ListColumn {
  return column('number', chinese, english, ({ contact }) => {
    const value = contact.notice[name];
    return typeof value === 'number' ? formatYuan(value) : '';
  });
}

/** As people in China write it: 13900010001, 010-62345678 without its hyphen, 00 for other countries. */
export function nationalNumber(e164: string): string {
  if (!e164.startsWith('+86')) return `00${e164.slice(1)}`;
  const national = e164.slice(3);
  return /^1[3-9]\d{9}$/.test(national) ? national : `0${national}`;
}

/** 2026-03-02 10:00:05 in Shanghai. */
export function localTime(instant: Date): string {
  const ms = instant.getTime() + (SHANGHAI_OFFSET_MINUTES % MINUTES_PER_DAY) * 60_000;
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
