import {
  problemsOfQuestion,
  QUESTION_DIFFICULTIES,
  QUESTION_KINDS,
  type QuestionBody,
  type QuestionDifficulty,
  type QuestionKind,
} from '@switchyard/domain';
import {
  type AssembleRow,
  type Column,
  refuseCell,
  RowChecker,
  type RowValues,
  textColumn,
} from '@switchyard/platform';
import { readBounded, readLimited, readPattern, readWord } from '../../../training/importing/cells';
import type { Question } from '../questions.port';
import { keyOfAnswer } from './key-of-answer';

export interface QuestionRow {
  readonly line: number;
  readonly question: Omit<Question, 'version'>;
}

const KIND_WORDS: Readonly<Record<QuestionKind, readonly string[]>> = {
  single: ['单选', '单选题', '单项选择'],
  multiple: ['多选', '多选题', '多项选择'],
  'true-false': ['判断', '判断题'],
  'fill-number': ['数字填空', '计算', '计算题'],
  'fill-text': ['填空', '填空题'],
  short: ['简答', '简答题', '问答'],
};
const DIFFICULTY_WORDS: Readonly<Record<QuestionDifficulty, readonly string[]>> = {
  easy: ['易', '容易'],
  medium: ['中', '中等'],
  hard: ['难', '困难'],
};
const YES_NO = { yes: ['是', 'true', '启用'], no: ['否', 'false', '停用'] } as const;
const WRONG_BODY = '选择题需 2 到 10 个互不相同的选项，答案须是其中的选项，单选只有一个';
const LETTERS = [...'ABCDEFGHIJ'];

/** Columns of questions; options stand in a column each, those of the export besides. */
export const QUESTION_COLUMNS: readonly Column[] = [
  textColumn(
    { field: 'code', chinese: '题号', english: 'code', headers: ['编号'] },
    readPattern(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
      '应为 1 到 40 个字母、数字',
      'give 1 to 40 letters or digits',
    ),
  ),
  textColumn({ field: 'kind', chinese: '题型', english: 'kind' }, readWord(KIND_WORDS)),
  textColumn(
    { field: 'courseCode', chinese: '课程编号', english: 'course code', required: false },
    readPattern(/^[a-z0-9][a-z0-9-]{0,39}$/, '应为课程编号', 'give the code of a course'),
  ),
  textColumn({ field: 'topic', chinese: '知识点', english: 'topic', headers: ['主题'] }, readLimited(100)),
  textColumn({ field: 'difficulty', chinese: '难度', english: 'difficulty' }, readWord(DIFFICULTY_WORDS)),
  textColumn({ field: 'text', chinese: '题干', english: 'question', headers: ['题目'] }, readLimited(2000)),
  ...LETTERS.map((letter) =>
    textColumn(
      { field: `option${letter}`, chinese: `选项${letter}`, english: `option ${letter}`, required: false },
      readLimited(500),
    ),
  ),
  textColumn({ field: 'answer', chinese: '答案', english: 'answer', required: false }, readLimited(2000)),
  textColumn(
    { field: 'tolerance', chinese: '允许误差', english: 'tolerance', required: false },
    readBounded(0, 1_000_000, 6),
  ),
  textColumn({ field: 'active', chinese: '启用', english: 'active', required: false }, readWord(YES_NO)),
];

const assemble: AssembleRow<QuestionRow> = (line, values) => {
  const word = (field: string): string => {
    const value = values[field];
    return typeof value === 'string' ? value : '';
  };
  const options = optionsIn(values);
  if (!options) {
    const refusal = refuseCell(
      'missing',
      '选项之间不能有空缺',
      'options must follow one another without a gap',
    );
    return { field: 'optionA', refusal };
  }
  const kind = QUESTION_KINDS.find((one) => one === values.kind) ?? 'short';
  const tolerance = typeof values.tolerance === 'number' ? values.tolerance : undefined;
  const key = keyOfAnswer(kind, word('answer'), tolerance);
  if (!key) {
    return {
      field: 'answer',
      refusal: refuseCell(
        'badWord',
        '答案与题型不符：选择题写选项字母，判断题写 对/错，数字填空写数字，填空题多个答案用 | 分隔',
        'does not fit the kind: letters of options, true or false, a number, or texts separated by |',
      ),
    };
  }
  const body: QuestionBody = { kind, text: word('text'), options, key };
  const [problem] = problemsOfQuestion(body);
  if (problem) {
    const field = problem.path.startsWith('key') ? 'answer' : 'optionA';
    return { field, refusal: refuseCell('badWord', WRONG_BODY, problem.problem) };
  }
  const courseCode = word('courseCode');
  const difficulty = QUESTION_DIFFICULTIES.find((one) => one === values.difficulty) ?? 'medium';
  const facts = { code: word('code'), topic: word('topic'), difficulty, active: values.active !== 'no' };
  return { row: { line, question: { ...body, ...facts, ...(courseCode !== '' && { courseCode }) } } };
};

export const questionChecker = (): RowChecker<QuestionRow> => new RowChecker(QUESTION_COLUMNS, assemble);

/** Undefined when one is left out between others: letters of the answer would shift. */
function optionsIn(values: RowValues): readonly string[] | undefined {
  const cells = LETTERS.map((letter) => values[`option${letter}`]);
  const options = cells.flatMap((cell) => (typeof cell === 'string' && cell !== '' ? [cell] : []));
  return cells.slice(0, options.length).every((cell) => cell !== undefined && cell !== '')
    ? options
    : undefined;
}
