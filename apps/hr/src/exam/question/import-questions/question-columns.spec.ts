import { CsvReader, DELIMITERS, isBroken, mapHeaders } from '@switchyard/platform';
import { keyOfAnswer } from './key-of-answer';
import { QUESTION_COLUMNS, questionChecker } from './question-columns';

function check(csv: string) {
  const reader = new CsvReader(DELIMITERS.comma);
  const [header, ...rows] = [...reader.push(csv), ...reader.end()];
  if (!header || isBroken(header)) throw new Error('no header');
  const headers = mapHeaders(QUESTION_COLUMNS, header.cells);
  return rows.map((row) => questionChecker().checkCells(row, headers));
}
const HEADER = '题号,题型,知识点,难度,题干,选项A,选项B,选项C,答案';

test('questions of every kind, with the words that people use', () => {
  const rows = check(
    [
      HEADER,
      'Q1,单选题,投诉的定义,易,问?,甲,乙,丙,Ｂ',
      'Q2,多选,投诉的定义,中等,问?,甲,乙,丙,"A、C"',
      'Q3,判断,投诉的定义,难,问?,,,,错',
      'Q4,计算,电费计算,难,电费多少?,,,,128.5',
      'Q5,填空,礼仪用语,easy,问?,,,,您好|你好',
      'Q6,简答,礼仪用语,hard,问?,,,,先道歉',
    ].join('\n'),
  );
  expect(rows.map((row) => (row?.ok ? row.row.question.key : row))).toEqual([
    { correct: [1] },
    { correct: [0, 2] },
    { truth: false },
    { value: 128.5 },
    { texts: ['您好', '你好'] },
    { guide: '先道歉' },
  ]);
});

test.each([
  ['an option that is not there', 'Q1,单选,t,易,问?,甲,乙,,C', 'answer'],
  ['two letters of one', 'Q1,单选,t,易,问?,甲,乙,,AB', 'answer'],
  ['a gap between options', 'Q1,单选,t,易,问?,甲,,丙,A', 'optionA'],
  ['one option', 'Q1,单选,t,易,问?,甲,,,A', 'optionA'],
  ['another kind', 'Q1,选择,t,易,问?,甲,乙,,A', 'kind'],
  ['no answer', 'Q1,判断,t,易,问?,,,,', 'answer'],
  ['no topic', 'Q1,判断,,易,问?,,,,对', 'topic'],
])('%s is refused by its column', (_, row, field) => {
  const [checked] = check(`${HEADER}\n${row}`);
  expect(checked?.ok === false ? checked.errors.map((error) => error.field) : checked).toEqual([field]);
});

test('an answer that is none of its kind is no key', () => {
  expect(keyOfAnswer('fill-number', '0x10', undefined)).toBeUndefined();
  expect(keyOfAnswer('multiple', 'K', undefined)).toBeUndefined();
  expect(keyOfAnswer('true-false', '也许', undefined)).toBeUndefined();
});
