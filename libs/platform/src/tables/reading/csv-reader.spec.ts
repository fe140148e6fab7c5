import fc from 'fast-check';
import { CsvReader } from './csv-reader';
import type { TableRow } from './table-row';

function read(text: string, chunk = text.length || 1, delimiter = ','): TableRow[] {
  const reader = new CsvReader(delimiter);
  const rows: TableRow[] = [];
  for (let at = 0; at < text.length; at += chunk) rows.push(...reader.push(text.slice(at, at + chunk)));
  return [...rows, ...reader.end()];
}

describe('CSV reader', () => {
  const cases: [string, string, TableRow[]][] = [
    ['LF and CRLF', 'a,b\r\n1,2\n', [row(1, 'a', 'b'), row(2, '1', '2')]],
    ['no line feed at the end', 'a,b\n1,2', [row(1, 'a', 'b'), row(2, '1', '2')]],
    ['empty lines are left out but counted', 'a\n\n\r\nb\n', [row(1, 'a'), row(4, 'b')]],
    ['empty cells stay', 'a,,\n,,c\n', [row(1, 'a', '', ''), row(2, '', '', 'c')]],
    ['quoted separator', '"a,b",c\n', [row(1, 'a,b', 'c')]],
    ['doubled quote', '"a ""x"" b",c\n', [row(1, 'a "x" b', 'c')]],
    ['line feed in quotes', '"a\nb",c\nd,e\n', [row(1, 'a\nb', 'c'), row(3, 'd', 'e')]],
    ['quote in the middle is a letter', 'a"b,c\n', [row(1, 'a"b', 'c')]],
    ['empty quoted cell at the end', 'a,""\r\nb,c', [row(1, 'a', ''), row(2, 'b', 'c')]],
    [
      'unclosed quote breaks its own row only',
      '"a,b\n1,2\n3,4\n',
      [broken(1), row(2, '1', '2'), row(3, '3', '4')],
    ],
    ['text behind a closing quote', '"a"b,c\n1,2\n', [broken(1), row(2, '1', '2')]],
    ['unclosed quote on the last line', '1,2\n"a,b', [row(1, '1', '2'), broken(2)]],
    ['nothing at all', '', []],
  ];

  it.each(cases)('%s', (_, text, rows) => {
    expect(read(text)).toEqual(rows);
    expect(read(text, 1)).toEqual(rows);
    expect(read(text, 3)).toEqual(rows);
  });

  it('reads semicolons and tabs', () => {
    expect(read('a;b,c\n', 9, ';')).toEqual([row(1, 'a', 'b,c')]);
    expect(read('a\tb;c\n', 9, '\t')).toEqual([row(1, 'a', 'b;c')]);
  });

  it('gives up an unclosed quote after twenty lines and goes on with the second line', () => {
    const text = `"open\n${'1,2\n'.repeat(50)}`;
    const rows = read(text, 64);
    expect(rows[0]).toEqual(broken(1));
    expect(rows.slice(1)).toEqual(Array.from({ length: 50 }, (_, index) => row(index + 2, '1', '2')));
  });

  it('reports a line of a megabyte as too long, keeps little of it, and reads the next line', () => {
    const reader = new CsvReader(',');
    const rows: TableRow[] = [];
    for (let index = 0; index < 16; index++) rows.push(...reader.push('x'.repeat(65_536)));
    rows.push(...reader.push('\n1,2\n'), ...reader.end());
    expect(rows).toEqual([{ line: 1, broken: 'too-long' }, row(2, '1', '2')]);
  });

  it('gives the same rows whatever the chunks are', () => {
    const text = fc.array(fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '户', '"x,y"'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (parts, size) => {
        expect(read(parts.join(''), size)).toEqual(read(parts.join('')));
      }),
      { numRuns: 500 },
    );
  });

  it('reads back what RFC 4180 writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '户', ' '), maxLength: 8 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((cells) => cells.map(quoted).join(',')).join('\n');
        expect(read(text, 5).map((one) => ('cells' in one ? one.cells : one))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function row(line: number, ...cells: string[]): TableRow {
  return { line, cells };
}

function broken(line: number): TableRow {
  return { line, broken: 'quote' };
}
