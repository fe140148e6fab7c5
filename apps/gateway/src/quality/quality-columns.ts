import type {
  CalibrationView,
  CoachingGap,
  CoachingView,
  EvaluationSummary,
  ImprovementPlanSummary,
  InspectorWorkload,
  QualityAppealView,
  QualityEscalationView,
  QualityFrameCall,
  QualityItemView,
  QualityReportRow,
  QualitySampleView,
} from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { WORDS } from './quality-words';

const word = (value: string | undefined, language: 'zh-CN' | 'en'): string | undefined =>
  value === undefined || language === 'en' ? value : (WORDS[value] ?? value);

const callColumns = <Row extends QualityFrameCall>() => [
  tableColumn<Row>('own', '录音', 'recording', ({ recordingId }) => recordingId),
  tableColumn<Row>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<Row>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<Row>('own', '岗位', 'post', ({ postCode }) => postCode),
  tableColumn<Row>('own', '队列', 'queue', ({ queue }) => queue),
  tableColumn<Row>('own', '通话开始', 'started at', ({ startedAt }) => startedAt),
  tableColumn<Row>('number', '时长（秒）', 'seconds', ({ seconds }) => seconds),
  tableColumn<Row>('own', '监控提示', 'hints', ({ hints }, language) =>
    hints.map((hint) => word(hint, language)).join(' '),
  ),
];

export const FRAME_COLUMNS = callColumns<QualityFrameCall>();

export const SAMPLE_COLUMNS = [
  tableColumn<QualitySampleView>('own', '日期', 'day', ({ day }) => day),
  tableColumn<QualitySampleView>('number', '抽样框', 'frame', ({ frame }) => frame),
  tableColumn<QualitySampleView>('number', '非员工', 'without staff', ({ withoutStaff }) => withoutStaff),
  tableColumn<QualitySampleView>('number', '过短', 'too short', ({ tooShort }) => tooShort),
  tableColumn<QualitySampleView>('number', '日抽样', 'size', ({ size }) => size),
  tableColumn<QualitySampleView>('number', '合计抽中', 'drawn', ({ drawn }) => drawn),
  tableColumn<QualitySampleView>('number', '已评', 'evaluated', ({ evaluated }) => evaluated),
  tableColumn<QualitySampleView>('own', '种子', 'seed', ({ seed }) => seed),
  tableColumn<QualitySampleView>('own', '抽样时间', 'drawn at', ({ drawnAt }) => drawnAt),
  tableColumn<QualitySampleView>('own', '抽样人', 'drawn by', ({ drawnBy }) => drawnBy),
];

export const APPEAL_COLUMNS = [
  tableColumn<QualityAppealView>('own', '申诉时间', 'made at', ({ madeAt }) => madeAt),
  tableColumn<QualityAppealView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<QualityAppealView>('own', '评分', 'evaluation', ({ evaluationId }) => evaluationId),
  tableColumn<QualityAppealView>('text', '理由', 'reason', ({ reason }) => reason),
  tableColumn<QualityAppealView>('own', '状态', 'state', ({ state }, language) =>
    word(state === 'open' ? 'appealed' : state, language),
  ),
  tableColumn<QualityAppealView>('own', '裁定时间', 'decided at', ({ decidedAt }) => decidedAt),
  tableColumn<QualityAppealView>('text', '裁定', 'decision', ({ decision }) => decision),
];

export const CALIBRATION_COLUMNS = [
  tableColumn<CalibrationView>('own', '开始时间', 'opened at', ({ openedAt }) => openedAt),
  tableColumn<CalibrationView>('text', '标题', 'title', ({ title }) => title),
  tableColumn<CalibrationView>('own', '录音', 'recording', ({ recordingId }) => recordingId),
  tableColumn<CalibrationView>('own', '质检员', 'inspectors', ({ inspectors }) => inspectors.join(' ')),
  tableColumn<CalibrationView>('own', '已评', 'entered', ({ entered }) => entered.join(' ')),
  tableColumn<CalibrationView>('own', '状态', 'state', ({ state }, language) => word(state, language)),
  tableColumn<CalibrationView>('own', '结束时间', 'closed at', ({ closedAt }) => closedAt),
];

export const ITEM_COLUMNS = [
  tableColumn<QualityItemView>('own', '抽样日', 'day', ({ day }) => day),
  ...callColumns<QualityItemView>(),
  tableColumn<QualityItemView>('own', '抽样原因', 'reason', ({ reason }, language) => word(reason, language)),
  tableColumn<QualityItemView>('own', '层', 'stratum', ({ stratum }) => stratum),
  tableColumn<QualityItemView>('own', '质检员', 'inspector', ({ inspector }) => inspector),
  tableColumn<QualityItemView>('own', '截止', 'due at', ({ dueAt }) => dueAt),
  tableColumn<QualityItemView>('own', '状态', 'state', ({ state }, language) => word(state, language)),
];

export const EVALUATION_COLUMNS = [
  tableColumn<EvaluationSummary>('own', '通话开始', 'call at', ({ callAt }) => callAt),
  tableColumn<EvaluationSummary>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<EvaluationSummary>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<EvaluationSummary>(
    'own',
    '评分表',
    'scorecard',
    (row) => `${row.scorecardCode} ${row.scorecardVersion}`,
  ),
  tableColumn<EvaluationSummary>('number', '得分', 'score', ({ score }) => score),
  tableColumn<EvaluationSummary>('own', '重大错误', 'critical error', ({ critical }, language) =>
    word(critical === true ? 'yes' : 'no', language),
  ),
  tableColumn<EvaluationSummary>(
    'number',
    '交易质量',
    'transaction quality',
    (row) => row.transactionQuality,
  ),
  tableColumn<EvaluationSummary>('number', '差错项', 'faults', ({ faults }) => faults),
  tableColumn<EvaluationSummary>('number', '忌语', 'forbidden phrases', ({ phraseHits }) => phraseHits),
  tableColumn<EvaluationSummary>('own', '进度', 'step', ({ step }, language) => word(step, language)),
  tableColumn<EvaluationSummary>('own', '质检员', 'evaluator', ({ evaluator }) => evaluator),
  tableColumn<EvaluationSummary>('own', '评分时间', 'evaluated at', ({ evaluatedAt }) => evaluatedAt),
  tableColumn<EvaluationSummary>('own', '反馈时间', 'feedback at', ({ feedbackAt }) => feedbackAt),
  tableColumn<EvaluationSummary>(
    'own',
    '确认时间',
    'acknowledged at',
    ({ acknowledgedAt }) => acknowledgedAt,
  ),
];

export const PLAN_COLUMNS = [
  tableColumn<ImprovementPlanSummary>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<ImprovementPlanSummary>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<ImprovementPlanSummary>('text', '目标', 'goal', ({ goal }) => goal),
  tableColumn<ImprovementPlanSummary>('own', '项目', 'items', ({ itemCodes }) => itemCodes.join(' ')),
  tableColumn<ImprovementPlanSummary>('own', '期限', 'deadline', ({ deadline }) => deadline),
  tableColumn<ImprovementPlanSummary>('own', '组长', 'leader', ({ leaderNumber }) => leaderNumber),
  tableColumn<ImprovementPlanSummary>('own', '培训师', 'trainer', ({ trainerNumber }) => trainerNumber),
  tableColumn<ImprovementPlanSummary>('number', '措施数', 'actions', ({ actionCount }) => actionCount),
  tableColumn<ImprovementPlanSummary>('number', '已完成', 'actions done', ({ actionsDone }) => actionsDone),
  tableColumn<ImprovementPlanSummary>('own', '状态', 'state', ({ state, overdue }, language) =>
    word(overdue ? 'overdue' : state, language),
  ),
  tableColumn<ImprovementPlanSummary>('text', '结果', 'outcome', ({ outcome }) => outcome),
];

export const COACHING_COLUMNS = [
  tableColumn<CoachingView>('own', '时间', 'held at', ({ heldAt }) => heldAt),
  tableColumn<CoachingView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<CoachingView>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<CoachingView>('number', '分钟', 'minutes', ({ minutes }) => minutes),
  tableColumn<CoachingView>('own', '先听本人录音', 'own recording first', ({ ownHeardFirst }, language) =>
    word(ownHeardFirst ? 'yes' : 'no', language),
  ),
  tableColumn<CoachingView>('text', '内容', 'topics', ({ topics }) => topics),
  tableColumn<CoachingView>('text', '约定', 'agreed', ({ agreed }) => agreed),
  tableColumn<CoachingView>('own', '辅导人', 'coached by', ({ coachedBy }) => coachedBy),
];

export const GAP_COLUMNS = [
  tableColumn<CoachingGap>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<CoachingGap>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<CoachingGap>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<CoachingGap>('own', '组长', 'leader', ({ leaderNumber }) => leaderNumber),
  tableColumn<CoachingGap>('number', '已辅导分钟', 'minutes', ({ minutes }) => minutes),
  tableColumn<CoachingGap>('number', '尚缺分钟', 'missing', ({ missing }) => missing),
];

export const ESCALATION_COLUMNS = [
  tableColumn<QualityEscalationView>('own', '上报时间', 'raised at', ({ raisedAt }) => raisedAt),
  tableColumn<QualityEscalationView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<QualityEscalationView>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<QualityEscalationView>('own', '组长', 'leader', ({ leaderNumber }) => leaderNumber),
  tableColumn<QualityEscalationView>('text', '项目', 'item', ({ names }, language) => names[language]),
  tableColumn<QualityEscalationView>('number', '次数', 'times', ({ times }) => times),
  tableColumn<QualityEscalationView>('own', '最近一次', 'last at', ({ lastAt }) => lastAt),
  tableColumn<QualityEscalationView>('own', '撤回时间', 'withdrawn at', ({ withdrawnAt }) => withdrawnAt),
  tableColumn<QualityEscalationView>('own', '处理时间', 'settled at', ({ settledAt }) => settledAt),
  tableColumn<QualityEscalationView>('text', '处理', 'settlement', ({ settlement }) => settlement),
];

export const REPORT_COLUMNS = [
  tableColumn<QualityReportRow>('own', '对象', 'key', ({ key }) => key),
  tableColumn<QualityReportRow>('text', '名称', 'name', ({ names }, language) => names?.[language]),
  tableColumn<QualityReportRow>('number', '抽样', 'drawn', ({ drawn }) => drawn),
  tableColumn<QualityReportRow>('number', '评分', 'evaluations', ({ evaluations }) => evaluations),
  tableColumn<QualityReportRow>('number', '平均分', 'mean score', ({ meanScore }) => meanScore),
  tableColumn<QualityReportRow>(
    'number',
    '重大错误',
    'critical errors',
    ({ criticalErrors }) => criticalErrors,
  ),
  tableColumn<QualityReportRow>(
    'number',
    '重大错误率（%）',
    'critical error %',
    (row) => row.criticalErrorPercent,
  ),
  tableColumn<QualityReportRow>(
    'number',
    '交易质量（%）',
    'transaction quality %',
    (row) => row.transactionQuality,
  ),
  tableColumn<QualityReportRow>('number', '差错项', 'faults', ({ faults }) => faults),
  tableColumn<QualityReportRow>('number', '忌语', 'forbidden phrases', ({ phraseHits }) => phraseHits),
];

export const WORKLOAD_COLUMNS = [
  tableColumn<InspectorWorkload>('own', '质检员', 'inspector', ({ inspector }) => inspector),
  tableColumn<InspectorWorkload>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<InspectorWorkload>('number', '分配', 'assigned', ({ assigned }) => assigned),
  tableColumn<InspectorWorkload>('number', '未评', 'open', ({ open }) => open),
  tableColumn<InspectorWorkload>('number', '超期', 'overdue', ({ overdue }) => overdue),
  tableColumn<InspectorWorkload>('number', '已评', 'evaluated', ({ evaluated }) => evaluated),
  tableColumn<InspectorWorkload>('number', '平均小时', 'mean hours', ({ meanHours }) => meanHours),
  tableColumn<InspectorWorkload>('number', '平均分', 'mean score', ({ meanScore }) => meanScore),
  tableColumn<InspectorWorkload>('number', '申诉', 'appeals', ({ appeals }) => appeals),
  tableColumn<InspectorWorkload>('number', '改判', 'changed', ({ changed }) => changed),
];
