import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';

export type FileFormat = 'csv' | 'xlsx';
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What one reading of all bytes tells: identity, format, encoding. */
export interface ByteScan {
  readonly bytes: number;
  readonly sha256: string;
  readonly format: FileFormat;
  /** Only for text. */
  readonly encoding?: TextEncoding;
  /** The beginning of the file, at most HEAD_BYTES. */
  readonly head: Buffer;
}

const HEAD_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;

/**
 * Reads everything once, in constant memory. A byte order mark decides the encoding; else the header line
 * does when it is not plain ASCII (so that one broken byte further down costs one row, not the file);
 * else whether all bytes are UTF-8. What is not UTF-8 is GB18030.
 */
export async function scanBytes(chunks: AsyncIterable<Uint8Array>): Promise<ByteScan> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  const head: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    if (bytes < HEAD_BYTES) head.push(Buffer.from(chunk.subarray(0, HEAD_BYTES - bytes)));
    bytes += chunk.byteLength;
    utf8.push(chunk);
  }
  const start = Buffer.concat(head);
  const base = { bytes, sha256: hash.digest('hex'), head: start };
  if (start.subarray(0, 2).toString('latin1') === 'PK') return { ...base, format: 'xlsx' };
  return { ...base, format: 'csv', encoding: encodingOf(start, utf8.end()) };
}

function encodingOf(head: Buffer, allUtf8: boolean): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  const end = head.indexOf(LINE_FEED);
  const header = end < 0 ? head : head.subarray(0, end);
  if (header.some((byte) => byte > 0x7f) && (end >= 0 || head.length < HEAD_BYTES)) {
    return isUtf8(header) ? 'utf-8' : 'gb18030';
  }
  return allUtf8 ? 'utf-8' : 'gb18030';
}

/** Whether bytes that come in chunks are UTF-8; a character may be cut by a chunk's end. */
class Utf8Check {
  private valid = true;
  private rest = Buffer.alloc(0);

  push(chunk: Uint8Array): void {
    if (!this.valid) return;
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : Buffer.from(chunk);
    const cut = bytes.length - unfinishedAtEnd(bytes);
    this.valid = isUtf8(bytes.subarray(0, cut));
    this.rest = Buffer.from(bytes.subarray(cut));
  }

  end(): boolean {
    return this.valid && this.rest.length === 0;
  }
}

/** Bytes at the end, 0 to 3, that begin a character whose other bytes are still to come. */
function unfinishedAtEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return wanted > back ? back : 0;
    }
  }
  return 0;
}
