import type { TableRow } from './table-row';

export type Delimiter = 'comma' | 'semicolon' | 'tab';

export const DELIMITERS: Readonly<Record<Delimiter, string>> = { comma: ',', semicolon: ';', tab: '\t' };

/** A quoted field may hold line breaks, but not swallow the file when its closing quote is missing. */
const MAX_LINES_IN_ROW = 20;
/** Characters of one row; far above any real one. */
const MAX_ROW_CHARACTERS = 64 * 1024;

/**
 * Cuts CSV text (RFC 4180, LF or CRLF) into rows, chunk by chunk, in constant memory. A row whose quote is
 * never closed, or that is too long, is reported as broken, and reading goes on at the next line.
 */
export class CsvReader {
  private rest = '';
  private line = 1;
  private skipping = false;

  constructor(private readonly delimiter: string) {}

  /** Rows that are complete with this text. */
  push(text: string): TableRow[] {
    return this.read(this.rest + text, false);
  }

  /** The rows that were waiting for more text. */
  end(): TableRow[] {
    return this.read(this.rest, true);
  }

  private read(text: string, last: boolean): TableRow[] {
    const rows: TableRow[] = [];
    let at = this.skipping ? this.skipLine(text, 0) : 0;
    let quote = text.indexOf('"', at);
    while (at < text.length) {
      const feed = text.indexOf('\n', at);
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const quoted = quote >= 0 && (feed < 0 || quote < feed);
      if (feed < 0 && !last) {
        if (text.length - at <= MAX_ROW_CHARACTERS) break;
        rows.push({ line: this.line, broken: 'too-long' });
        at = this.skipLine(text, at);
        continue;
      }
      const end = feed < 0 ? text.length : feed;
      if (!quoted) {
        this.plainRow(text, at, end, rows);
        at = end + 1;
        this.line++;
        continue;
      }
      const row = quotedRow(text, at, this.delimiter, last);
      if (row === 'unfinished') break;
      if (row === 'broken') {
        rows.push({ line: this.line, broken: 'quote' });
        at = end + 1;
        this.line++;
        continue;
      }
      rows.push({ line: this.line, cells: row.cells });
      at = row.next;
      this.line += row.lines;
    }
    this.rest = at < text.length ? text.slice(at) : '';
    return rows;
  }

  private plainRow(text: string, at: number, end: number, rows: TableRow[]): void {
    const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    if (stop === at) return;
    if (stop - at > MAX_ROW_CHARACTERS) rows.push({ line: this.line, broken: 'too-long' });
    else rows.push({ line: this.line, cells: text.slice(at, stop).split(this.delimiter) });
  }

  /** Moves behind the next line feed, or to the end, going on with the next chunk. */
  private skipLine(text: string, at: number): number {
    const feed = text.indexOf('\n', at);
    this.skipping = feed < 0;
    if (feed < 0) return text.length;
    this.line++;
    return feed + 1;
  }
}

type QuotedRow = { readonly cells: string[]; readonly next: number; readonly lines: number };

/** One row that has a quote somewhere; cells are cut character by character. */
function quotedRow(
  text: string,
  start: number,
  delimiter: string,
  last: boolean,
): QuotedRow | 'unfinished' | 'broken' {
  const cells: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const field = quotedField(text, at, lines, start);
      if (field === 'broken' || (field === 'unfinished' && last)) return 'broken';
      if (field === 'unfinished') return 'unfinished';
      cells.push(field.value);
      lines = field.lines;
      at = field.next;
      const after = text[at] === '\r' ? at + 1 : at;
      if (after >= text.length && !last) return 'unfinished';
      if (after < text.length && text[after] !== '\n' && text[at] !== delimiter) return 'broken';
    } else {
      const end = fieldEnd(text, at, delimiter);
      if (end >= text.length && !last) return 'unfinished';
      const stop = text[end] !== delimiter && end > at && text[end - 1] === '\r' ? end - 1 : end;
      cells.push(text.slice(at, stop));
      at = end;
    }
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (text[at] === '\r') at++;
    return { cells, next: Math.min(at + 1, text.length), lines };
  }
}

function quotedField(
  text: string,
  open: number,
  linesBefore: number,
  rowStart: number,
): { value: string; next: number; lines: number } | 'unfinished' | 'broken' {
  let lines = linesBefore;
  let from = open + 1;
  let value = '';
  let seen = from;
  for (;;) {
    const quote = text.indexOf('"', from);
    const stop = quote < 0 ? text.length : quote;
    for (let feed = text.indexOf('\n', seen); feed >= 0 && feed < stop; feed = text.indexOf('\n', feed + 1)) {
      lines++;
      if (lines > MAX_LINES_IN_ROW) return 'broken';
    }
    if (stop - rowStart > MAX_ROW_CHARACTERS) return 'broken';
    if (quote < 0) return 'unfinished';
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1, lines };
    value += '"';
    from = quote + 2;
    seen = from;
  }
}

function fieldEnd(text: string, at: number, delimiter: string): number {
  const feed = text.indexOf('\n', at);
  const next = text.indexOf(delimiter, at);
  const line = feed < 0 ? text.length : feed;
  return next >= 0 && next < line ? next : line;
}
