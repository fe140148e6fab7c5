import { type LocalDate, parseLocalDate, type ShiftDuty } from '@switchyard/domain';
import { isBroken, type TableRow } from '@switchyard/platform';
import type { Cell } from '../changes.port';
import { lastDayOf } from '../month';
import type { CellKey } from '../rosters.port';
import type { StoredTemplate } from '../shift-templates.port';

export interface GridProblem {
  readonly line: number;
  readonly column?: string;
  readonly textZh: string;
  readonly textEn: string;
}

export interface ReadGrid {
  /** Days that the file says something of, understood. */
  readonly out: readonly CellKey[];
  readonly cells: readonly Cell[];
  readonly taken: number;
  readonly problems: readonly GridProblem[];
}

const NUMBER_HEADERS = ['工号', 'staff number', 'staffnumber'];
const OFF = ['', '休', '休息', 'off', '-', '—', '/'];
const MARKS: readonly (readonly [mark: string, duty: ShiftDuty])[] = [
  ['*', 'reserve'],
  ['备', 'reserve'],
  ['+', 'overtime'],
  ['加', 'overtime'],
];

/**
 * The grid of a month: a line each, a column with the staff number, and columns that are named by days (2026-12-01, 12-01,
 * 12/1, 1 or 1日). Cells have codes or names of templates, `*` behind reserve and `+` behind overtime; empty is off. A cell
 * that is not understood is told and stays as it was; undefined where the header has no staff number or no day.
 */
export function readGrid(
  rows: readonly TableRow[],
  month: LocalDate,
  templates: readonly StoredTemplate[],
): ReadGrid | undefined {
  const [header, ...lines] = rows;
  if (!header || isBroken(header)) return undefined;
  const titles = header.cells.map((title) => title.trim().toLowerCase());
  const numberAt = titles.findIndex((title) => NUMBER_HEADERS.includes(title));
  const days = titles.flatMap((title, index) => {
    const date = dayOf(title, month);
    return date ? [{ date, index, title }] : [];
  });
  if (numberAt < 0 || days.length === 0) return undefined;
  const found = { out: [] as CellKey[], cells: [] as Cell[], taken: 0, problems: [] as GridProblem[] };
  const words = wordsOf(templates);
  const seen = new Set<string>();
  for (const row of lines) {
    const staffNumber = isBroken(row) ? '' : (row.cells[numberAt] ?? '').trim();
    if (isBroken(row) || staffNumber === '' || seen.has(staffNumber)) {
      found.problems.push(lineProblem(row, staffNumber));
      continue;
    }
    seen.add(staffNumber);
    found.taken++;
    for (const { date, index, title } of days) {
      const text = (row.cells[index] ?? '').trim();
      const cells = cellsOf(text, { staffNumber, date }, words);
      if (cells) {
        found.out.push({ staffNumber, date });
        found.cells.push(...cells);
      } else found.problems.push(cellProblem(row.line, title, text));
    }
  }
  return found;
}

function dayOf(title: string, month: LocalDate): LocalDate | undefined {
  const last = lastDayOf(month);
  const [year = '', ofYear = ''] = month.split('-');
  const full = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(title);
  const short = /^(?:(\d{1,2})[-/.月])?(\d{1,2})日?$/.exec(title);
  const parts = full ? [full[1], full[2], full[3]] : [year, short?.[1] ?? ofYear, short?.[2]];
  const date = parseLocalDate(parts.map((part = '') => part.padStart(2, '0')).join('-'));
  return date !== undefined && date >= month && date <= last ? date : undefined;
}

function wordsOf(templates: readonly StoredTemplate[]): ReadonlyMap<string, string> {
  return new Map(
    templates.flatMap(({ code, nameZh, nameEn }) =>
      [nameEn, nameZh, code].map((word) => [word.toLowerCase(), code]),
    ),
  );
}

function cellsOf(text: string, key: CellKey, words: ReadonlyMap<string, string>): Cell[] | undefined {
  const whole = one(text, key, words);
  if (whole) return [whole];
  if (OFF.includes(text.toLowerCase())) return [];
  const cells = text.split(/[\s,、，;；]+/).map((part) => one(part, key, words));
  return cells.every((cell) => cell !== undefined) ? cells : undefined;
}

function one(
  text: string,
  { staffNumber, date }: CellKey,
  words: ReadonlyMap<string, string>,
): Cell | undefined {
  const [mark, duty = 'regular'] = MARKS.find(([end]) => text.endsWith(end)) ?? [];
  const plain = mark === undefined ? text : text.slice(0, -mark.length);
  const templateCode = words.get(plain.trim().toLowerCase());
  return templateCode === undefined ? undefined : { staffNumber, date, templateCode, duty };
}

function lineProblem(row: TableRow, staffNumber: string): GridProblem {
  const { line } = row;
  if (isBroken(row)) {
    return {
      line,
      textZh: '这一行的引号没有结束，或太长',
      textEn: 'a quotation mark of this line is never closed, or it is too long',
    };
  }
  if (staffNumber === '')
    return { line, textZh: '没有工号，这一行未导入', textEn: 'has no staff number; the line is left out' };
  return {
    line,
    textZh: `工号 ${staffNumber} 出现两次，只取第一行`,
    textEn: `${staffNumber} is there twice; the first line counts`,
  };
}

function cellProblem(line: number, column: string, text: string): GridProblem {
  return {
    line,
    column,
    textZh: `“${text}”不是班次，这一天保持不变`,
    textEn: `"${text}" is no shift; the day stays as it was`,
  };
}
