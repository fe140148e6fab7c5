/** What an HTTP/1.1 server answered to one request. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
  /** Whether the connection takes another request. */
  readonly staysOpen: boolean;
}

/** The bytes are no HTTP answer that we can read to its end. */
export class UnreadableAnswer extends Error {
  constructor(problem: string) {
    super(`not an HTTP answer: ${problem}`);
    this.name = 'UnreadableAnswer';
  }
}

const MOST_HEAD_BYTES = 65_536;
const MOST_BODY_BYTES = 64 * 1024 * 1024;
const NO_BODY: readonly number[] = [204, 304];
const EMPTY = Buffer.alloc(0);

/**
 * Reads the answer to one request from all bytes that came since. Its end is told by a length or by chunks: an answer
 * that ends with its connection cannot be told from a torn one, and is refused.
 * @returns undefined while more bytes are to come
 * @throws UnreadableAnswer
 */
export function readHttpAnswer(bytes: Buffer): HttpAnswer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd > MOST_HEAD_BYTES || (headEnd < 0 && bytes.length > MOST_HEAD_BYTES)) {
    throw new UnreadableAnswer('its head has no end');
  }
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const [, version, digits] = /^HTTP\/1\.([01]) ([1-5]\d\d)/.exec(head) ?? [];
  if (digits === undefined) throw new UnreadableAnswer(JSON.stringify(head.slice(0, 40)));
  const status = Number(digits);
  const rest = headEnd + 4;
  if (status < 200) return readHttpAnswer(bytes.subarray(rest));
  const body = bodyOf(head, status, bytes, rest);
  if (body === undefined) return undefined;
  if (body.end < bytes.length) throw new UnreadableAnswer('more than was asked for');
  return { status, body: body.bytes, staysOpen: version === '1' && !/^connection: *close/im.test(head) };
}

interface Body {
  readonly bytes: Buffer;
  /** Where it ends among all bytes. */
  readonly end: number;
}

function bodyOf(head: string, status: number, bytes: Buffer, start: number): Body | undefined {
  if (NO_BODY.includes(status)) return { bytes: EMPTY, end: start };
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length === undefined) {
    if (/^transfer-encoding: *chunked/im.test(head)) return chunks(bytes, start);
    throw new UnreadableAnswer('it has neither a length nor chunks');
  }
  const end = start + Number(length);
  if (end - start > MOST_BODY_BYTES) throw new UnreadableAnswer(`a body of ${length} bytes`);
  return end > bytes.length ? undefined : { bytes: bytes.subarray(start, end), end };
}

function chunks(bytes: Buffer, start: number): Body | undefined {
  const parts: Buffer[] = [];
  for (let at = start; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const digits = /^[0-9a-f]{1,7}(?=;|$)/i.exec(bytes.toString('latin1', at, lineEnd))?.[0];
    if (digits === undefined) throw new UnreadableAnswer('a chunk without a length');
    const size = parseInt(digits, 16);
    const end = lineEnd + 2 + size;
    if (end - start > MOST_BODY_BYTES) throw new UnreadableAnswer('chunks without an end');
    if (size === 0) return afterTrailers(parts, bytes, lineEnd);
    if (end + 2 > bytes.length) return undefined;
    parts.push(bytes.subarray(lineEnd + 2, end));
    at = end + 2;
  }
}

/** The last chunk's line is followed by headers, mostly none, and an empty line. */
function afterTrailers(parts: readonly Buffer[], bytes: Buffer, lineEnd: number): Body | undefined {
  const end = bytes.indexOf('\r\n\r\n', lineEnd);
  return end < 0 ? undefined : { bytes: Buffer.concat(parts), end: end + 4 };
}
