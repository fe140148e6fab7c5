import type { ChecklistItemView, ChecklistStanding, DailyReportSummary } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, yesNo } from '../http/in-words';

const STANDINGS: Readonly<Record<ChecklistStanding, readonly [string, string]>> = {
  open: ['待完成', 'open'],
  done: ['按时完成', 'done'],
  late: ['逾期完成', 'late'],
  missed: ['逾期未完成', 'missed'],
};

export const CHECKLIST_COLUMNS = [
  tableColumn<ChecklistItemView>('own', '编号', 'id', ({ itemId }) => itemId),
  tableColumn<ChecklistItemView>('text', '事项', 'duty', ({ titleZh, titleEn }, language) =>
    language === 'en' ? titleEn : titleZh,
  ),
  tableColumn<ChecklistItemView>('own', '周期起', 'period from', ({ periodFrom }) => periodFrom),
  tableColumn<ChecklistItemView>('own', '周期止', 'period to', ({ periodTo }) => periodTo),
  tableColumn<ChecklistItemView>('own', '截止时间', 'due at', ({ dueAt }) => chinaTime(dueAt)),
  tableColumn<ChecklistItemView>('own', '状态', 'standing', ({ standing }, language) =>
    inWords(STANDINGS, standing, language),
  ),
  tableColumn<ChecklistItemView>('own', '完成时间', 'done at', ({ doneAt }) => chinaTime(doneAt)),
  tableColumn<ChecklistItemView>('text', '完成人', 'done by', ({ doneBy }) => doneBy),
  tableColumn<ChecklistItemView>('text', '说明', 'proof', ({ proofText }) => proofText),
  tableColumn<ChecklistItemView>('number', '数量', 'number', ({ proofNumber }) => proofNumber),
  tableColumn<ChecklistItemView>('number', '附件', 'attachments', ({ attachments }) => attachments.length),
  tableColumn<ChecklistItemView>('own', '上报时间', 'head told at', ({ escalatedAt }) =>
    chinaTime(escalatedAt),
  ),
];

export const DAILY_REPORT_COLUMNS = [
  tableColumn<DailyReportSummary>('own', '统计日', 'day', ({ day }) => day),
  tableColumn<DailyReportSummary>('number', '版本', 'version', ({ version }) => version),
  tableColumn<DailyReportSummary>('own', '完整', 'complete', ({ complete }, language) =>
    yesNo(complete, language),
  ),
  tableColumn<DailyReportSummary>('own', '编制时间', 'made at', ({ madeAt }) => chinaTime(madeAt)),
  tableColumn<DailyReportSummary>('text', '编制人', 'made by', ({ madeBy }) => madeBy),
];
