import type { CorrectnessItemView, CorrectnessSampleView, CorrectnessSubject } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';

const SUBJECTS: Readonly<Record<CorrectnessSubject, string>> = {
  'work-orders': '工单',
  enquiries: '查询咨询单',
  'outage-notices': '停电通知',
};

export const CORRECTNESS_SAMPLE_COLUMNS: readonly TableColumn<CorrectnessSampleView>[] = [
  tableColumn('own', '对象', 'subject', ({ subject }, language) =>
    language === 'en' ? subject : SUBJECTS[subject],
  ),
  tableColumn('own', '开始', 'from', ({ from }) => chinaTime(from)),
  tableColumn('own', '结束（不含）', 'before', ({ before }) => chinaTime(before)),
  tableColumn('number', '总数', 'population', ({ population }) => population),
  tableColumn('number', '抽取', 'drawn', ({ size }) => size),
  tableColumn('number', '已核查', 'judged', ({ judged }) => judged),
  tableColumn('text', '种子', 'seed', ({ seed }) => seed),
  tableColumn('own', '抽取时间', 'drawn at', ({ drawnAt }) => chinaTime(drawnAt)),
  tableColumn('own', '抽取人', 'drawn by', ({ drawnBy }) => drawnBy),
];

export const CORRECTNESS_ITEM_COLUMNS = [
  tableColumn<CorrectnessItemView>('own', '对象', 'subject', ({ subject }, language) =>
    language === 'en' ? subject : SUBJECTS[subject],
  ),
  tableColumn<CorrectnessItemView>('own', '编号', 'work', ({ work }) => work),
  tableColumn<CorrectnessItemView>('own', '区域', 'area code', ({ areaCode }) => areaCode),
  tableColumn<CorrectnessItemView>('own', '经办人', 'done by', ({ doneBy }) => doneBy),
  tableColumn<CorrectnessItemView>('own', '错误字段', 'wrong fields', ({ verdicts = {} }) =>
    Object.keys(verdicts)
      .filter((field) => verdicts[field] === 'wrong')
      .join(' '),
  ),
  tableColumn<CorrectnessItemView>('text', '说明', 'remark', ({ remark }) => remark),
  tableColumn<CorrectnessItemView>('own', '核查时间', 'judged at', ({ judgedAt }) => judgedAt),
  tableColumn<CorrectnessItemView>('own', '核查人', 'judged by', ({ judgedBy }) => judgedBy),
];
