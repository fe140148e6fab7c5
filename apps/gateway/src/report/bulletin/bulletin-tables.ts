import type {
  DepartmentConduct,
  DepartmentPerformance,
  RepeatedComplainer,
  ReportCount,
  ReportDay,
  ReportTopic,
  ServiceReportView,
} from '@switchyard/contracts';
import { type TableColumn, tableColumn, type TableLanguage } from '@switchyard/platform';
import { type BulletinTable, bulletinTable } from './bulletin-table';
import { wordsOf } from './words';

const percent = (value: number | undefined) => value;

const counts = (chinese: string, english: string): TableColumn<ReportCount>[] => [
  tableColumn('text', chinese, english, ({ name }, language) => wordsOf(name, language)),
  tableColumn('number', '本期', 'this period', ({ count }) => count),
  tableColumn('number', '上期', 'period before', ({ before }) => before),
  tableColumn('number', '变化 %', 'change %', ({ changePercent }) => percent(changePercent)),
];

const TOPICS: TableColumn<ReportTopic>[] = [
  tableColumn('own', '类型', 'kind', ({ kind }, language) => wordsOf(kind, language)),
  tableColumn('own', '区域', 'area', ({ areaCode }) => areaCode),
  ...counts('内容', 'content'),
];

const DEPARTMENTS: TableColumn<DepartmentPerformance>[] = [
  tableColumn('own', '部门', 'department', ({ department }, language) => wordsOf(department, language)),
  tableColumn('own', '时限', 'limit', ({ limit }) => limit),
  tableColumn('number', '件数', 'clocks', ({ clocks }) => clocks),
  tableColumn('number', '按时', 'on time', ({ onTime }) => onTime),
  tableColumn('number', '超时', 'late', ({ late }) => late),
  tableColumn('number', '超时未完', 'overdue', ({ overdue }) => overdue),
  tableColumn('number', '进行中', 'running', ({ running }) => running),
  tableColumn('number', '按时率 %', 'on time %', ({ onTimePercent }) => percent(onTimePercent)),
  tableColumn('number', '平均分钟', 'average minutes', ({ averageMinutes }) => averageMinutes),
];

const CONDUCT: TableColumn<DepartmentConduct>[] = [
  tableColumn('own', '部门', 'department', ({ department }, language) => wordsOf(department, language)),
  tableColumn('number', '答复', 'answered', ({ answered }) => answered),
  tableColumn('number', '退回', 'sent back', ({ sentBack }) => sentBack),
  tableColumn('number', '催办', 'urged', ({ urged }) => urged),
];

const DAYS: TableColumn<ReportDay>[] = [
  tableColumn('own', '日期', 'day', ({ day }) => day),
  tableColumn('number', '受理', 'opened', ({ opened }) => opened),
  tableColumn('number', '办结', 'closed', ({ closed }) => closed),
];

const REPEATED: TableColumn<RepeatedComplainer>[] = [
  tableColumn('own', '户号', 'account', ({ accountNo }) => accountNo),
  tableColumn('number', '投诉次数', 'complaints', ({ complaints }) => complaints),
];

const TOTALS: TableColumn<readonly [string, string, number | undefined]>[] = [
  tableColumn('own', '指标', 'figure', ([chinese, english], language) =>
    language === 'en' ? english : chinese,
  ),
  tableColumn('number', '数值', 'value', ([, , value]) => value),
];

/** The tables of the bulletin, in their order (§20: 95598 简报). */
export function bulletinTables(report: ServiceReportView, language: TableLanguage): BulletinTable[] {
  const { complaints } = report;
  const table = <Item>(
    chinese: string,
    english: string,
    columns: readonly TableColumn<Item>[],
    items: readonly Item[],
  ) => bulletinTable({ 'zh-CN': chinese, en: english }, columns, items, language);
  return [
    table('总览', 'Overview', TOTALS, totalsOf(report)),
    table('按类型', 'By kind', counts('类型', 'kind'), report.byKind),
    table('按渠道', 'By channel', counts('渠道', 'channel'), report.byChannel),
    table('按区域', 'By area', counts('区域', 'area'), report.byArea),
    table('部门时限', 'Departments and limits', DEPARTMENTS, report.departments),
    table('部门办理', 'Departments and conduct', CONDUCT, report.conduct),
    table('热点', 'Hot topics', TOPICS, report.hotTopics),
    table('投诉客户群', 'Complaints by group', counts('客户群', 'group'), complaints.byGroup),
    table('投诉内容', 'Complaints by content', counts('内容', 'content'), complaints.byContent),
    table('投诉原因', 'Complaints by cause', counts('原因', 'cause'), complaints.byCause),
    table('重复投诉', 'Repeated complaints', REPEATED, complaints.repeated),
    table('每日', 'Day by day', DAYS, report.byDay),
  ];
}

function totalsOf(report: ServiceReportView): (readonly [string, string, number | undefined])[] {
  return [
    ['受理工单', 'work orders opened', report.opened],
    ['上期受理', 'opened in the period before', report.openedBefore],
    ['办结工单', 'work orders closed', report.closed],
    ['在办工单', 'open at the moment', report.open],
    ['其中超时', 'of these, past a limit', report.overdue],
    ['投诉', 'complaints', report.complaints.complaints],
    ['投诉回访', 'complaints followed up', report.complaints.followedUp],
    ['投诉满意率 %', 'satisfied after complaint %', report.complaints.satisfiedPercent],
  ];
}
