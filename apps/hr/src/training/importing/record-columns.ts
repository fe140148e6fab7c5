import type { Completion, LocalDate } from '@switchyard/domain';
import {
  type AssembleRow,
  type Column,
  readDate,
  refuseCell,
  RowChecker,
  type RowValues,
  textColumn,
} from '@switchyard/platform';
import type { ImportedRecord } from '../record/records.port';
import { readBounded, readLimited, readPattern, readWord } from './cells';

/** A row of a file; `fromSession` was exported from here and is no record of another system. */
export interface RecordRow {
  readonly line: number;
  readonly record: ImportedRecord;
  readonly fromSession: boolean;
}

const COMPLETION_WORDS: Readonly<Record<Completion, readonly string[]>> = {
  completed: ['完成', '是', 'yes', 'true'],
  'attendance-missing': ['缺勤', '否', 'no', 'false'],
  'exam-open': ['待考试'],
  'exam-failed': ['考试未通过'],
};
const SOURCE_WORDS = { import: ['导入'], session: ['培训场次', '场次'] } as const;

/** Columns of training records: those that the export writes, in either language. */
export const RECORD_COLUMNS: readonly Column[] = [
  textColumn(
    { field: 'staffNumber', chinese: '工号', english: 'staff number' },
    readPattern(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, '应为工号', 'give a staff number'),
  ),
  textColumn({ field: 'name', chinese: '姓名', english: 'name', required: false }, readLimited(100)),
  textColumn(
    { field: 'courseCode', chinese: '课程编号', english: 'course code' },
    readPattern(/^[a-z0-9][a-z0-9-]{0,39}$/, '应为课程编号', 'give the code of a course'),
  ),
  textColumn({ field: 'title', chinese: '课程名称', english: 'course', required: false }, readLimited(100)),
  textColumn({ field: 'heldOn', chinese: '日期', english: 'day', headers: ['培训日期', 'date'] }, readDate),
  textColumn(
    { field: 'minutes', chinese: '分钟数', english: 'minutes', headers: ['学时分钟'] },
    readBounded(0, 6000, 0),
  ),
  textColumn(
    { field: 'completion', chinese: '结果', english: 'completion', required: false },
    readWord(COMPLETION_WORDS),
  ),
  textColumn(
    { field: 'score', chinese: '得分', english: 'score', required: false },
    readBounded(0, 10_000, 2),
  ),
  textColumn(
    { field: 'fullMarks', chinese: '满分', english: 'full marks', required: false },
    readBounded(1, 10_000, 2),
  ),
  textColumn(
    { field: 'source', chinese: '来源', english: 'source', required: false },
    readWord(SOURCE_WORDS),
  ),
  textColumn(
    { field: 'reference', chinese: '记录编号', english: 'reference', required: false },
    readLimited(100),
  ),
  textColumn({ field: 'remark', chinese: '备注', english: 'remark', required: false }, readLimited(1000)),
];

const assemble: AssembleRow<RecordRow> = (line, values) => {
  const [score, fullMarks = 100] = [numberIn(values, 'score'), numberIn(values, 'fullMarks')];
  if (score !== undefined && score > fullMarks) {
    return {
      field: 'score',
      refusal: refuseCell('outOfRange', `得分高于满分 ${fullMarks}`, `is above the full marks ${fullMarks}`),
    };
  }
  const heldOn = textIn(values, 'heldOn') as LocalDate;
  const remark = textIn(values, 'remark');
  const record: ImportedRecord = {
    staffNumber: textIn(values, 'staffNumber') ?? '',
    courseCode: textIn(values, 'courseCode') ?? '',
    heldOn,
    minutes: numberIn(values, 'minutes') ?? 0,
    // Without a name of its own a record is that of its day.
    reference: textIn(values, 'reference') ?? heldOn,
    completion: (textIn(values, 'completion') ?? 'completed') as Completion,
    ...(score !== undefined && { score, fullMarks }),
    ...(remark !== undefined && { remark }),
  };
  return { row: { line, record, fromSession: textIn(values, 'source') === 'session' } };
};

export const recordChecker = (): RowChecker<RecordRow> => new RowChecker(RECORD_COLUMNS, assemble);

function textIn(values: RowValues, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberIn(values: RowValues, field: string): number | undefined {
  const value = values[field];
  return typeof value === 'number' ? value : undefined;
}
