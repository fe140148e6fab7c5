import type {
  CandidateStateWord,
  CandidateSummary,
  ChannelWord,
  EarlyWarningView,
  LeaverView,
  VacancyStateWord,
  VacancyView,
} from '@switchyard/contracts';
import { tableColumn, type TableLanguage } from '@switchyard/platform';
import { KIND_WORDS, LEAVING_WORDS } from '../staff/staff-columns';

const VACANCY_WORDS: Readonly<Record<VacancyStateWord, string>> = {
  requested: '待审批',
  refused: '不批准',
  approved: '已批准',
  open: '招聘中',
  filled: '已招满',
  closed: '已关闭',
};
const CANDIDATE_WORDS: Readonly<Record<CandidateStateWord, string>> = {
  new: '新投递',
  interviewed: '已面试',
  offered: '已录用',
  hired: '已入职',
  rejected: '未录用',
  withdrawn: '已放弃',
};
const CHANNEL_WORDS: Readonly<Record<ChannelWord, string>> = {
  web: '网络',
  campus: '校园',
  referral: '内部推荐',
  other: '其他',
};

function word<Word extends string>(
  words: Readonly<Record<Word, string>>,
  one: Word | undefined,
  language: TableLanguage,
) {
  return one === undefined || language === 'en' ? one : words[one];
}

export const VACANCY_COLUMNS = [
  tableColumn<VacancyView>('own', '部门', 'department', ({ departmentCode }) => departmentCode),
  tableColumn<VacancyView>('own', '岗位', 'post', ({ postCode }) => postCode),
  tableColumn<VacancyView>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<VacancyView>('own', '需求人数', 'head count', ({ headCount }) => headCount),
  tableColumn<VacancyView>('own', '已到岗', 'filled', ({ filled }) => filled),
  tableColumn<VacancyView>('own', '状态', 'state', ({ state }, language) =>
    word(VACANCY_WORDS, state, language),
  ),
  tableColumn<VacancyView>('text', '原因', 'reason', ({ reason }) => reason),
  tableColumn<VacancyView>('own', '期望日期', 'wanted by', ({ wantedBy }) => wantedBy),
  tableColumn<VacancyView>('own', '提出时间', 'requested at', ({ requestedAt }) => requestedAt),
];

export const CANDIDATE_COLUMNS = [
  tableColumn<CandidateSummary>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<CandidateSummary>('own', '电话', 'phone', ({ phone }) => phone),
  tableColumn<CandidateSummary>('own', '渠道', 'channel', ({ channel }, language) =>
    word(CHANNEL_WORDS, channel, language),
  ),
  tableColumn<CandidateSummary>('own', '推荐人', 'referred by', ({ referredBy }) => referredBy),
  tableColumn<CandidateSummary>('own', '状态', 'state', ({ state }, language) =>
    word(CANDIDATE_WORDS, state, language),
  ),
  tableColumn<CandidateSummary>('own', '学历', 'education', ({ education }) => education),
  tableColumn<CandidateSummary>('own', '普通话', 'Mandarin', ({ mandarin }) => mandarin),
  tableColumn<CandidateSummary>(
    'own',
    '每分钟字数',
    'characters a minute',
    ({ charactersPerMinute }) => charactersPerMinute,
  ),
  tableColumn<CandidateSummary>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<CandidateSummary>('text', '结束原因', 'end reason', ({ endReason }) => endReason),
  tableColumn<CandidateSummary>('own', '投递时间', 'applied at', ({ appliedAt }) => appliedAt),
];

export const LEAVER_COLUMNS = [
  tableColumn<LeaverView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<LeaverView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<LeaverView>('own', '部门', 'department', ({ departmentCode }) => departmentCode),
  tableColumn<LeaverView>('own', '岗位', 'post', ({ postCode }) => postCode),
  tableColumn<LeaverView>('own', '入职日期', 'hired on', ({ hiredOn }) => hiredOn),
  tableColumn<LeaverView>('own', '离职日期', 'left on', ({ leftOn }) => leftOn),
  tableColumn<LeaverView>('own', '在职月数', 'tenure months', ({ tenureMonths }) => tenureMonths),
  tableColumn<LeaverView>('own', '离职性质', 'leaving kind', ({ leavingKind }, language) =>
    word(KIND_WORDS, leavingKind, language),
  ),
  tableColumn<LeaverView>('own', '离职原因', 'leaving reason', ({ leavingReason }, language) =>
    word(LEAVING_WORDS, leavingReason, language),
  ),
];

export const EARLY_WARNING_COLUMNS = [
  tableColumn<EarlyWarningView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<EarlyWarningView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<EarlyWarningView>('own', '部门', 'department', ({ departmentCode }) => departmentCode),
  tableColumn<EarlyWarningView>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<EarlyWarningView>('own', '分数', 'points', ({ points }) => points),
  tableColumn<EarlyWarningView>('own', '迹象', 'signs', ({ signs }) =>
    signs
      .filter(({ verdict }) => verdict === 'shown')
      .map(({ code, found }) => `${code}:${found ?? ''}`)
      .join(' '),
  ),
  tableColumn<EarlyWarningView>('own', '未知', 'unknown', ({ signs }) =>
    signs
      .filter(({ verdict }) => verdict === 'unknown')
      .map(({ code }) => code)
      .join(' '),
  ),
];
