import { IMPORT_FAILURES } from '@switchyard/contracts';
import { type TableRow, UnreadableTable } from './table-row';
import { XlsxArchive } from './xlsx-archive';
import { type NumberStyle, numberCellText } from './xlsx-cell';
import { readSharedStrings, readStyles, readWorkbook } from './xlsx-parts';
import { XmlEvents } from './xml-events';

/** Shared strings make constant memory impossible; a larger table is handed in as CSV (T2.2). */
export const MAX_XLSX_ROWS = 200_000;
const SHEET_MEGABYTES = 512;
/** Columns beyond this are not ours. */
const MAX_COLUMNS = 200;
/** Excel's own limit of a cell. */
const MAX_CELL_CHARACTERS = 32_767;

/**
 * Rows of the first visible sheet, some at a time, the file being at `path`. Blank rows are left out.
 * `onRead` hears the part that was read, 0 to 1.
 * @throws UnreadableTable for a damaged archive, or one that is too large.
 */
export async function* xlsxRows(path: string, onRead: (part: number) => void): AsyncGenerator<TableRow[]> {
  const archive = await XlsxArchive.open(path);
  try {
    const workbook = await readWorkbook(archive);
    const styles = await readStyles(archive);
    const sheet = new SheetReader(await readSharedStrings(archive), styles, workbook.from1904);
    const events = new XmlEvents(sheet);
    const size = archive.sizeOf(workbook.sheetPath);
    let read = 0;
    for await (const chunk of archive.read(workbook.sheetPath, SHEET_MEGABYTES)) {
      events.push(chunk);
      read += chunk.length;
      onRead(size > 0 ? Math.min(1, read / size) : 1);
      const rows = sheet.take();
      if (rows.length > 0) yield rows;
    }
    events.end();
    yield sheet.take();
  } finally {
    archive.close();
  }
}

/** Turns the XML events of one sheet into rows. */
class SheetReader {
  private rows: TableRow[] = [];
  private count = 0;
  private line = 0;
  private cells: string[] = [];
  private column = -1;
  private type = 'n';
  private style: NumberStyle = 'general';
  private value = '';
  private inValue = false;
  private phonetic = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly styles: readonly NumberStyle[],
    private readonly from1904: boolean,
  ) {}

  take(): TableRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.line = Number(attributes.r) || this.line + 1;
        this.cells = [];
        this.column = -1;
        break;
      case 'c':
        this.column = columnOf(attributes.r) ?? this.column + 1;
        this.type = attributes.t ?? 'n';
        this.style = this.styles[Number(attributes.s ?? -1)] ?? 'general';
        this.value = '';
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'v':
      case 't':
        this.inValue = !this.phonetic;
        break;
    }
  }

  text(text: string): void {
    if (!this.inValue) return;
    this.value += text;
    if (this.value.length > MAX_CELL_CHARACTERS) throw cellTooLong(this.line);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    if (name === 'rPh') this.phonetic = false;
    if (name === 'c' && this.column < MAX_COLUMNS) {
      while (this.cells.length < this.column) this.cells.push('');
      this.cells[this.column] = this.cellText();
    }
    if (name === 'row') this.endRow();
  }

  private cellText(): string {
    switch (this.type) {
      case 's':
        return this.strings[Number(this.value)] ?? '';
      case 'n':
        return numberCellText(this.value, this.style, this.from1904);
      case 'd':
        return this.value.slice(0, 19);
      case 'e':
        return `\uFFFD${this.value}`;
      default:
        return this.value;
    }
  }

  private endRow(): void {
    if (this.cells.every((cell) => cell.trim() === '')) return;
    // The header is no data row.
    if (++this.count > MAX_XLSX_ROWS + 1) throw tooManyRows();
    this.rows.push({ line: this.line, cells: this.cells });
  }
}

/** 'C12' → 2. */
function columnOf(reference: string | undefined): number | undefined {
  if (!reference) return undefined;
  let column = 0;
  for (const character of reference) {
    const code = character.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column > 0 ? column - 1 : undefined;
}

function tooManyRows(): UnreadableTable {
  return new UnreadableTable(
    IMPORT_FAILURES.tooManyRows,
    {
      'zh-CN': `XLSX 文件最多 ${MAX_XLSX_ROWS} 行。更大的名单请用 CSV 文件上传（行数不限）。`,
      en: `an XLSX file may have ${MAX_XLSX_ROWS} rows at most: hand in a larger list as CSV, which has no limit`,
    },
    { limit: MAX_XLSX_ROWS },
  );
}

function cellTooLong(line: number): UnreadableTable {
  return new UnreadableTable(
    IMPORT_FAILURES.tooLarge,
    {
      'zh-CN': `第 ${line} 行有一个单元格超过 ${MAX_CELL_CHARACTERS} 个字符。`,
      en: `line ${line} has a cell of more than ${MAX_CELL_CHARACTERS} characters`,
    },
    { line },
  );
}
