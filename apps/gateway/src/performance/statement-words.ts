import type { TableLanguage } from '@switchyard/platform';

/** Words of a statement that is printed. */
export const STATEMENT_WORDS = {
  'zh-CN': {
    title: '月度绩效通知单',
    person: '姓名',
    number: '工号',
    month: '月份',
    score: '得分',
    bonus: '奖金建议（元）',
    version: '版本',
    scoreLines: '得分明细（满分 100）',
    bonusLines: '奖金明细（元）',
    fines: '罚款建议（元，待审批）',
    missing: '缺少的数据（未扣分）',
    appeal: '申诉截止',
    nothing: '无',
  },
  en: {
    title: 'Monthly score',
    person: 'Name',
    number: 'Staff number',
    month: 'Month',
    score: 'Score',
    bonus: 'Bonus proposed (yuan)',
    version: 'Version',
    scoreLines: 'Score (of 100)',
    bonusLines: 'Bonus (yuan)',
    fines: 'Fines proposed (yuan)',
    missing: 'Facts that are missing (nothing deducted)',
    appeal: 'Appeal until',
    nothing: 'none',
  },
} as const satisfies Readonly<Record<TableLanguage, Readonly<Record<string, string>>>>;

export const MISSING_WORDS: Readonly<Record<string, Readonly<Record<TableLanguage, string>>>> = {
  attendance: { 'zh-CN': '考勤', en: 'attendance' },
  inHand: { 'zh-CN': '在手时长', en: 'time in hand' },
  accuracy: { 'zh-CN': '准确率', en: 'accuracy' },
  exam: { 'zh-CN': '考试', en: 'exam' },
};
