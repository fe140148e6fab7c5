import type { CorrectnessItemView, CorrectnessSubject } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

const SUBJECTS: Readonly<Record<CorrectnessSubject, string>> = {
  'work-orders': '工单',
  enquiries: '查询咨询单',
  'outage-notices': '停电通知',
};

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
