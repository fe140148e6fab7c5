import type {
  DifficultyWord,
  ExamAppealView,
  ExamAttemptState,
  ExamAttemptSummary,
  QuestionKindWord,
  QuestionView,
  SittingState,
  SittingView,
} from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, type Words, yesNo } from '../http/in-words';

const KIND: Words<QuestionKindWord> = {
  single: ['单选', 'single'],
  multiple: ['多选', 'multiple'],
  'true-false': ['判断', 'true-false'],
  'fill-number': ['数字填空', 'fill-number'],
  'fill-text': ['填空', 'fill-text'],
  short: ['简答', 'short'],
};
const DIFFICULTY: Words<DifficultyWord> = {
  easy: ['易', 'easy'],
  medium: ['中', 'medium'],
  hard: ['难', 'hard'],
};
const ATTEMPT_STATE: Words<ExamAttemptState> = {
  started: ['答题中', 'started'],
  submitted: ['待阅卷', 'submitted'],
  marked: ['已阅卷', 'marked'],
  released: ['已公布', 'released'],
};
const APPEAL_STATE: Words<ExamAppealView['state']> = {
  open: ['待处理', 'open'],
  upheld: ['成立', 'upheld'],
  rejected: ['不成立', 'rejected'],
};
const SITTING_STATE: Words<SittingState> = {
  planned: ['计划', 'planned'],
  cancelled: ['取消', 'cancelled'],
  released: ['已公布', 'released'],
};
const LETTERS = [...'ABCDEFGHIJ'];

/** The import of questions reads what this writes. */
export const QUESTION_COLUMNS = [
  tableColumn<QuestionView>('own', '题号', 'code', ({ code }) => code),
  tableColumn<QuestionView>('own', '题型', 'kind', ({ kind }, language) => inWords(KIND, kind, language)),
  tableColumn<QuestionView>('own', '课程编号', 'course code', ({ courseCode }) => courseCode),
  tableColumn<QuestionView>('text', '知识点', 'topic', ({ topic }) => topic),
  tableColumn<QuestionView>('own', '难度', 'difficulty', ({ difficulty }, language) =>
    inWords(DIFFICULTY, difficulty, language),
  ),
  tableColumn<QuestionView>('text', '题干', 'question', ({ text }) => text),
  ...LETTERS.map((letter, at) =>
    tableColumn<QuestionView>('text', `选项${letter}`, `option ${letter}`, ({ options }) => options[at]),
  ),
  tableColumn<QuestionView>('text', '答案', 'answer', answerOf),
  tableColumn<QuestionView>('number', '允许误差', 'tolerance', ({ key }) => key.tolerance),
  tableColumn<QuestionView>('own', '启用', 'active', ({ active }, language) => yesNo(active, language)),
];

function answerOf({ kind, key }: QuestionView): string | undefined {
  switch (kind) {
    case 'single':
    case 'multiple':
      return (key.correct ?? []).map((place) => LETTERS[place] ?? '').join('');
    case 'true-false':
      return key.truth === true ? '对' : '错';
    case 'fill-number':
      return key.value === undefined ? undefined : String(key.value);
    case 'fill-text':
      return (key.texts ?? []).join('|');
    case 'short':
      return key.guide;
  }
}

export const SITTING_COLUMNS = [
  tableColumn<SittingView>('text', '考试', 'exam', ({ title }) => title),
  tableColumn<SittingView>('own', '课程编号', 'course code', ({ courseCode }) => courseCode),
  tableColumn<SittingView>('number', '补考次序', 'resit', ({ resit }) => resit),
  tableColumn<SittingView>('own', '开始', 'opens', ({ opensAt }) => chinaTime(opensAt)),
  tableColumn<SittingView>('own', '结束', 'closes', ({ closesAt }) => chinaTime(closesAt)),
  tableColumn<SittingView>('number', '时长（分钟）', 'minutes', ({ durationMinutes }) => durationMinutes),
  tableColumn<SittingView>('number', '可考次数', 'starts', ({ attemptLimit }) => attemptLimit),
  tableColumn<SittingView>('number', '满分', 'full marks', ({ fullMarks }) => fullMarks),
  tableColumn<SittingView>('number', '及格（%）', 'pass (%)', ({ passPercent }) => passPercent),
  tableColumn<SittingView>('own', '限定名单', 'listed', ({ listed }, language) => yesNo(listed, language)),
  tableColumn<SittingView>('own', '计入月份', 'counts for', ({ countsFor }) => countsFor),
  tableColumn<SittingView>('own', '状态', 'state', ({ state }, language) =>
    inWords(SITTING_STATE, state, language),
  ),
  tableColumn<SittingView>('own', '公布时间', 'released at', ({ releasedAt }) => chinaTime(releasedAt)),
];

export const EXAM_ATTEMPT_COLUMNS = [
  tableColumn<ExamAttemptSummary>('text', '考试', 'exam', ({ title }) => title),
  tableColumn<ExamAttemptSummary>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<ExamAttemptSummary>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<ExamAttemptSummary>('number', '第几次', 'start', ({ ordinal }) => ordinal),
  tableColumn<ExamAttemptSummary>('own', '开始', 'started', ({ startedAt }) => chinaTime(startedAt)),
  tableColumn<ExamAttemptSummary>('own', '交卷', 'handed in', ({ submittedAt }) => chinaTime(submittedAt)),
  tableColumn<ExamAttemptSummary>('number', '得分', 'score', ({ score }) => score),
  tableColumn<ExamAttemptSummary>('number', '满分', 'full marks', ({ fullMarks }) => fullMarks),
  tableColumn<ExamAttemptSummary>('own', '及格', 'passed', ({ passed }, language) => yesNo(passed, language)),
  tableColumn<ExamAttemptSummary>('own', '状态', 'state', ({ state }, language) =>
    inWords(ATTEMPT_STATE, state, language),
  ),
];

export const EXAM_APPEAL_COLUMNS = [
  tableColumn<ExamAppealView>('text', '考试', 'exam', ({ title }) => title),
  tableColumn<ExamAppealView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<ExamAppealView>('own', '提出时间', 'raised at', ({ raisedAt }) => chinaTime(raisedAt)),
  tableColumn<ExamAppealView>('text', '理由', 'reason', ({ reason }) => reason),
  tableColumn<ExamAppealView>('number', '原得分', 'score before', ({ scoreBefore }) => scoreBefore),
  tableColumn<ExamAppealView>('number', '现得分', 'score after', ({ scoreAfter }) => scoreAfter),
  tableColumn<ExamAppealView>('own', '状态', 'state', ({ state }, language) =>
    inWords(APPEAL_STATE, state, language),
  ),
  tableColumn<ExamAppealView>('text', '决定', 'decision', ({ decision }) => decision),
];
