import type { TextEncoding } from './byte-scan';
import { CsvReader, type Delimiter, DELIMITERS } from './csv-reader';
import { decodeText } from './decode-text';
import { isBroken, type TableRow } from './table-row';

const PIECE_BYTES = 16 * 1024;

/** Rows of CSV bytes, those of one chunk at a time. */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
  delimiter: Delimiter,
): AsyncGenerator<TableRow[]> {
  const reader = new CsvReader(DELIMITERS[delimiter]);
  for await (const text of decodeText(inPieces(chunks), encoding)) yield reader.push(text);
  yield reader.end();
}

/** Few rows at a time: what lives only until its rows are written never grows old in memory. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.byteLength; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
  }
}

/**
 * The separator under which the header line names the most known columns; a comma when none does.
 * `head` is the beginning of the file.
 */
export function detectDelimiter(
  head: Uint8Array,
  encoding: TextEncoding,
  countKnown: (headers: readonly string[]) => number,
): Delimiter {
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const names: readonly Delimiter[] = ['comma', 'semicolon', 'tab'];
  let best: Delimiter = 'comma';
  let bestCount = 0;
  for (const name of names) {
    const count = countKnown(firstRow(text, DELIMITERS[name]));
    if (count > bestCount) [best, bestCount] = [name, count];
  }
  return best;
}

function firstRow(text: string, delimiter: string): readonly string[] {
  const reader = new CsvReader(delimiter);
  const row = reader.push(text)[0] ?? reader.end()[0];
  return row && !isBroken(row) ? row.cells : [];
}
