import type {
  AppraisalView,
  BonusLineView,
  DismissalAlertView,
  MonthlyScoreState,
  MonthlyScoreView,
  PerformanceCaseView,
  PerformanceItemKind,
  PerformanceItemView,
  ScoreTotalView,
  StaffIndicatorsView,
} from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { yuan } from '../http/yuan';

const STATES: Readonly<Record<MonthlyScoreState, string>> = {
  draft: '草稿',
  published: '已发布',
  acknowledged: '已确认',
  appealed: '申诉中',
  decided: '已裁定',
  final: '定稿',
};
const KINDS: Readonly<Record<PerformanceItemKind, string>> = {
  award: '加分',
  deduction: '扣分',
  fine: '罚款建议',
  complaint: '投诉',
};

const person = <
  Item extends { readonly staffNumber: string; readonly name: string },
>(): TableColumn<Item>[] => [
  tableColumn<Item>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<Item>('text', '姓名', 'name', ({ name }) => name),
];

export const MONTHLY_SCORE_COLUMNS: TableColumn<MonthlyScoreView>[] = [
  tableColumn('own', '月份', 'month', ({ month }) => month),
  ...person<MonthlyScoreView>(),
  tableColumn('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn('number', '版本', 'version', ({ version }) => version),
  tableColumn('own', '状态', 'state', ({ state }, language) => (language === 'en' ? state : STATES[state])),
  tableColumn('number', '得分', 'score', ({ score }) => score),
  tableColumn('own', '缺少的数据', 'missing facts', ({ missing }) => missing.join(' ')),
  tableColumn('number', '奖金建议（元）', 'bonus proposed (yuan)', ({ bonusFen }) => yuan(bonusFen)),
  tableColumn('number', '罚款建议（元）', 'fines proposed (yuan)', ({ finesFen }) => yuan(finesFen)),
  tableColumn('own', '申诉裁定', 'appeal', ({ decision }) => decision),
];

export const PERFORMANCE_ITEM_COLUMNS: TableColumn<PerformanceItemView>[] = [
  tableColumn('own', '月份', 'month', ({ month }) => month),
  tableColumn('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn('own', '类别', 'kind', ({ kind }, language) => (language === 'en' ? kind : KINDS[kind])),
  tableColumn('own', '事项', 'matter', ({ category }) => category),
  tableColumn('number', '分值', 'points', ({ points }) => points),
  tableColumn('text', '说明', 'why', ({ text }) => text),
  tableColumn('text', '依据', 'evidence', ({ evidence = [] }) => evidence.join(' ')),
  tableColumn('own', '记录人', 'recorded by', ({ recordedBy }) => recordedBy),
  tableColumn('own', '记录时间', 'recorded at', ({ recordedAt }) => recordedAt),
  tableColumn('text', '撤销原因', 'taken back because', ({ cancelledReason }) => cancelledReason),
];

export const PERFORMANCE_CASE_COLUMNS: TableColumn<PerformanceCaseView>[] = [
  tableColumn('own', '工单', 'work order', ({ work }) => work),
  tableColumn('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn('own', '接收', 'received', ({ receivedAt }) => receivedAt),
  tableColumn('own', '处理', 'handled', ({ handledAt }) => handledAt),
  tableColumn('number', '在手分钟', 'minutes in hand', ({ minutes }) => minutes),
  tableColumn('text', '剔除原因', 'excluded because', ({ excludedReason }) => excludedReason),
  tableColumn('text', '剔除依据', 'document', ({ excludedEvidence }) => excludedEvidence),
];

export const SCORE_TOTAL_COLUMNS: TableColumn<ScoreTotalView>[] = [
  tableColumn('number', '名次', 'rank', ({ rank }) => rank),
  ...person<ScoreTotalView>(),
  tableColumn('number', '累计得分', 'total', ({ total }) => total),
  tableColumn('number', '月均', 'mean', ({ average }) => average),
  tableColumn('number', '月数', 'months', ({ months }) => months),
  tableColumn('own', '缺少的月份', 'missing months', ({ missing }) => missing.join(' ')),
];

export const BONUS_LINE_COLUMNS: TableColumn<BonusLineView>[] = [
  ...person<BonusLineView>(),
  tableColumn('number', '得分', 'score', ({ score }) => score),
  tableColumn('number', '奖金建议（元）', 'bonus proposed (yuan)', ({ bonusFen }) => yuan(bonusFen)),
  tableColumn('number', '罚款建议（元）', 'fines proposed (yuan)', ({ finesFen }) => yuan(finesFen)),
];

export const APPRAISAL_COLUMNS: TableColumn<AppraisalView>[] = [
  tableColumn('own', '期间', 'period', ({ period }) => period),
  ...person<AppraisalView>(),
  tableColumn(
    'own',
    '模板',
    'template',
    ({ templateCode, templateVersion }) => `${templateCode} ${templateVersion}`,
  ),
  tableColumn('own', '状态', 'state', ({ state }) => state),
  tableColumn('number', '总分', 'total', ({ total }) => total),
  tableColumn('text', '评语', 'remark', ({ remark }) => remark),
];

export const DISMISSAL_ALERT_COLUMNS: TableColumn<DismissalAlertView>[] = [
  tableColumn('own', '月份', 'month', ({ month }) => month),
  ...person<DismissalAlertView>(),
  tableColumn('own', '条款', 'rule', ({ rule }) => rule),
  tableColumn('own', '提示', 'alert', ({ text }, language) => text[language]),
];

const indicator = (code: string, zh: string, en: string): TableColumn<StaffIndicatorsView> =>
  tableColumn('number', zh, en, ({ indicators }) => indicators.find((one) => one.code === code)?.value);

/** An indicator that is unknown, or of which nothing happened, is an empty cell and no nought. */
export const STAFF_INDICATOR_COLUMNS: TableColumn<StaffIndicatorsView>[] = [
  tableColumn('own', '月份', 'month', ({ month }) => month),
  ...person<StaffIndicatorsView>(),
  indicator('attendance-rate', '出勤率', 'attendance'),
  indicator('on-time-rate', '准时出勤率', 'on-time attendance'),
  indicator('seat-use', '座席利用率', 'seat use'),
  indicator('handling-seconds', '平均处理时间（呼入）', 'handling time (inbound)'),
  indicator('calls-per-day', '日均接话量', 'calls per day'),
  indicator('entry-rate', '录入率', 'entry rate'),
  indicator('transaction-quality', '业务质量', 'transaction quality'),
  indicator('quality-score', '质检得分', 'quality score'),
  indicator('critical-error-rate', '重大错误率', 'critical errors'),
  indicator('complaint-rate', '投诉率', 'complaints'),
  indicator('after-call-seconds', '平均话后处理时长', 'after-call work'),
  indicator('ring-seconds', '平均振铃时长', 'ringing'),
  indicator('talk-seconds', '平均通话时长', 'talk'),
  indicator('transfer-rate', '转接率', 'transfers'),
  indicator('order-correctness', '工单正确率', 'work orders correct'),
  indicator('field-correctness', '关键字段正确率', 'key fields correct'),
  indicator('in-hand-minutes', '平均在手时长', 'time in hand'),
  indicator('in-hand-overdue', '在手超时率', 'overdue in hand'),
  indicator('sent-back-rate', '退单率', 'sent back'),
  indicator('csat', '客户满意度', 'satisfaction'),
  indicator('solved-rate', '一次解决率', 'first-time resolution'),
  indicator('nps', '净推荐值', 'NPS'),
];
