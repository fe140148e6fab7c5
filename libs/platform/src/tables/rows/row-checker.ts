import { isBroken, type TableRow } from '../reading/table-row';
import { CellRefusal, type CellValue, refuseCell } from './cell';
import { type CheckedRow, type RowError, shownValue } from './checked-row';
import type { Column } from './column';
import type { HeaderMap } from './map-headers';

/** Values of one row by the column's field; every required one is there. */
export type RowValues = Readonly<Record<string, CellValue | undefined>>;

/** A row put together, or the field whose value contradicts the others. */
export type Assembled<Row, Remark extends string = never> =
  { readonly row: Row; readonly remark?: Remark } | { readonly field: string; readonly refusal: CellRefusal };

export type AssembleRow<Row, Remark extends string = never> = (
  line: number,
  values: RowValues,
) => Assembled<Row, Remark>;

/** Checks rows of one table, every cell of a row, so that a row is mended in one go. */
export class RowChecker<Row, Remark extends string = never> {
  constructor(
    private readonly columns: readonly Column[],
    private readonly assembleRow: AssembleRow<Row, Remark>,
  ) {}

  /** A row of a file. Blank rows answer undefined. */
  checkCells(row: TableRow, headers: HeaderMap): CheckedRow<Row, Remark> | undefined {
    if (isBroken(row)) return refusedRow(row.line, row.broken === 'quote' ? QUOTE : TOO_LONG);
    const { line, cells } = row;
    if (cells.length !== headers.width) {
      if (cells.every(isBlank)) return undefined;
      const surplus = cells.slice(headers.width);
      if (cells.length < headers.width || !surplus.every(isBlank)) {
        return refusedRow(line, columnCount(cells.length, headers.width), cells.join(' | '));
      }
    }
    const errors: RowError[] = [];
    const values: Record<string, CellValue | undefined> = {};
    let blank = true;
    for (let place = 0; place < this.columns.length; place++) {
      const column = this.columns[place] as Column;
      const index = headers.indexes[place] as number;
      const text = index < 0 ? '' : (cells[index] ?? '').trim();
      if (text === '') {
        if (column.required) errors.push(errorOf(line, column.field, missing(column), undefined));
        continue;
      }
      blank = false;
      const value = column.read(text);
      if (value instanceof CellRefusal) errors.push(errorOf(line, column.field, titled(column, value), text));
      else values[column.field] = value;
    }
    if (blank && cells.every(isBlank)) return undefined;
    return errors.length > 0 ? { ok: false, errors } : this.assemble(line, values, 'field');
  }

  /** A row of JSON; `line` is its place in the request, from 1. Fields are reported by their JSON names. */
  checkJson(row: Readonly<Record<string, unknown>>, line: number): CheckedRow<Row, Remark> {
    const errors: RowError[] = [];
    const values: Record<string, CellValue | undefined> = {};
    for (const column of this.columns) {
      const given = row[column.jsonField];
      if (given === undefined || given === null || given === '') {
        if (column.required) errors.push(errorOf(line, column.jsonField, missing(column), undefined));
        continue;
      }
      const value = column.readJson(given);
      if (value instanceof CellRefusal)
        errors.push(errorOf(line, column.jsonField, titled(column, value), given));
      else values[column.field] = value;
    }
    return errors.length > 0 ? { ok: false, errors } : this.assemble(line, values, 'jsonField');
  }

  private assemble(
    line: number,
    values: Record<string, CellValue | undefined>,
    name: 'field' | 'jsonField',
  ): CheckedRow<Row, Remark> {
    const assembled = this.assembleRow(line, values);
    if ('row' in assembled) return { ok: true, row: assembled.row, remark: assembled.remark };
    const column = this.columns.find(({ field }) => field === assembled.field);
    return { ok: false, errors: [errorOf(line, column?.[name] ?? 'row', assembled.refusal, undefined)] };
  }
}

type Refused = { readonly ok: false; readonly errors: readonly RowError[] };

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

const QUOTE = refuseCell(
  'quote',
  '引号没有成对，无法分列',
  'a quote is not closed, so that the row cannot be cut into cells',
);
const TOO_LONG = refuseCell('tooLong', '这一行太长', 'the row is too long');

function columnCount(found: number, wanted: number): CellRefusal {
  return refuseCell(
    'columns',
    `应有 ${wanted} 列，实际有 ${found} 列；单元格内有分隔符时请加引号`,
    `has ${found} columns instead of ${wanted}; a cell that holds the separator must be quoted`,
  );
}

function missing(column: Column): CellRefusal {
  return refuseCell('missing', `“${column.title['zh-CN']}”不能为空`, `${column.title.en} must not be empty`);
}

function titled(column: Column, { code, reason }: CellRefusal): CellRefusal {
  return new CellRefusal(code, {
    'zh-CN': `${column.title['zh-CN']}：${reason['zh-CN']}`,
    en: `${column.title.en}: ${reason.en}`,
  });
}

function refusedRow(line: number, refusal: CellRefusal, value?: string): Refused {
  return { ok: false, errors: [errorOf(line, 'row', refusal, value)] };
}

/** One thing wrong with one cell, or with the row when `field` is `row`. */
export function errorOf(line: number, field: string, refusal: CellRefusal, value: unknown): RowError {
  return { line, field, code: refusal.code, reason: refusal.reason, value: shownValue(value) };
}
