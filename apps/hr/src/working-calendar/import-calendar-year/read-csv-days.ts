import { type CalendarOverride, type DocumentProblem, ok, refused, type Result } from '@switchyard/domain';
import { CsvReader, DELIMITERS, isBroken, type TableRow } from '@switchyard/platform';

const NEEDED = ['date', 'kind', 'nameZh', 'nameEn'] as const;
const KNOWN: readonly string[] = [...NEEDED, 'inLieu'];
const IN_LIEU: Readonly<Record<string, boolean>> = { true: true, false: false, '': false };

/**
 * Days out of CSV: a line each, with the columns date, kind, nameZh, nameEn and, if need be, inLieu (true or false), in
 * any order.
 */
export function readCsvDays(csv: string): Result<readonly CalendarOverride[], readonly DocumentProblem[]> {
  const [header, ...lines] = rowsOf(csv);
  const columns = (header && !isBroken(header) ? header.cells : []).map((name) => name.trim());
  const problems: DocumentProblem[] = [
    ...NEEDED.filter((name) => !columns.includes(name)).map((name) => column(name, 'is missing')),
    ...columns.filter((name) => !KNOWN.includes(name)).map((name) => column(name, 'is not known')),
  ];
  if (problems.length > 0) return refused(problems);
  const days = lines.map((row) => readRow(row, columns, problems));
  return problems.length === 0 ? ok(days) : refused(problems);
}

/** Rows that are not empty; the text of a year is small. */
function rowsOf(csv: string): TableRow[] {
  const reader = new CsvReader(DELIMITERS.comma);
  const rows = [...reader.push(csv.replace(/^\uFEFF/, '')), ...reader.end()];
  return rows.filter((row) => isBroken(row) || row.cells.some((cell) => cell.trim() !== ''));
}

function readRow(row: TableRow, columns: readonly string[], problems: DocumentProblem[]): CalendarOverride {
  const complain = (problem: string) => problems.push({ path: `csv line ${row.line}`, problem });
  const cells = isBroken(row) ? [] : row.cells.map((cell) => cell.trim());
  if (isBroken(row)) complain('has a quotation mark that is never closed, or is too long');
  else if (cells.length !== columns.length) complain(`must have ${columns.length} cells`);
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
  const [kind, nameZh, nameEn] = [cell('kind'), cell('nameZh'), cell('nameEn')];
  if (kind !== 'holiday' && kind !== 'extra-working-day')
    complain('kind must be holiday or extra-working-day');
  if (nameZh === '' || nameEn === '') complain('nameZh and nameEn must not be empty');
  const inLieu = IN_LIEU[cell('inLieu')];
  if (inLieu === undefined) complain('inLieu must be true or false');
  return { date: cell('date'), kind, nameZh, nameEn, ...(inLieu === true && { inLieu }) } as CalendarOverride;
}

function column(name: string, problem: string): DocumentProblem {
  return { path: 'csv', problem: `the column ${name} ${problem}` };
}
