import type { HarassmentView, SystemFaultView } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';

const yesNo = (value: boolean, language: 'zh-CN' | 'en'): string =>
  value ? { 'zh-CN': '是', en: 'yes' }[language] : { 'zh-CN': '否', en: 'no' }[language];

export const HARASSMENT_COLUMNS: readonly TableColumn<HarassmentView>[] = [
  tableColumn('own', '时间', 'at', ({ at }) => chinaTime(at)),
  tableColumn('text', '电话', 'phone', ({ phone }) => phone),
  tableColumn('text', '经过', 'what happened', ({ text }) => text),
  tableColumn('own', '已警告', 'warned', ({ warned }, language) => yesNo(warned, language)),
  tableColumn('own', '已挂断', 'hung up', ({ hungUp }, language) => yesNo(hungUp, language)),
  tableColumn('text', '报告给', 'reported to', ({ reportedTo }) => reportedTo),
  tableColumn('own', '记录人', 'recorded by', ({ recordedBy }) => recordedBy),
];

export const SYSTEM_FAULT_COLUMNS: readonly TableColumn<SystemFaultView>[] = [
  tableColumn('text', '系统', 'component', ({ component }) => component),
  tableColumn('text', '现象', 'symptom', ({ symptom }) => symptom),
  tableColumn('own', '开始时间', 'since', ({ since }) => chinaTime(since)),
  tableColumn('text', '通知', 'told to', ({ toldTo }) => toldTo),
  tableColumn('own', '状态', 'status', ({ status }) => status),
  tableColumn('text', '原因', 'cause', ({ cause }) => cause),
  tableColumn('text', '处理', 'solution', ({ solution }) => solution),
  tableColumn('own', '恢复时间', 'solved at', ({ solvedAt }) => chinaTime(solvedAt)),
];
