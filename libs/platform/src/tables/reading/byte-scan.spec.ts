import { createHash } from 'node:crypto';
import { scanBytes } from './byte-scan';
import { decodeText } from './decode-text';

/** 户号,户名 and 张三 in GB18030. */
const GB_HEADER = Buffer.from('bba7bac52cbba7c3fb0a', 'hex');
const GB_ROW = Buffer.from('312cd5c5c8fd0a', 'hex');

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('scanning bytes', () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const cases: [string, Buffer, string][] = [
    ['UTF-8', Buffer.from('户号,户名\n1,张三\n'), 'utf-8'],
    ['UTF-8 with byte order mark', Buffer.from('\uFEFFaccount,name\n1,张三\n'), 'utf-8'],
    ['GB18030', Buffer.concat([GB_HEADER, GB_ROW]), 'gb18030'],
    ['GB18030 under an English header', Buffer.concat([Buffer.from('account,name\n'), GB_ROW]), 'gb18030'],
    [
      'UTF-8 with one broken byte below a Chinese header',
      Buffer.concat([Buffer.from('户号\n1\n'), Buffer.from([0xff, 10])]),
      'utf-8',
    ],
    ['UTF-16 little endian', utf16('户号\n1\n'), 'utf-16le'],
    ['UTF-16 big endian', utf16('户号\n1\n').swap16(), 'utf-16be'],
    ['plain ASCII', Buffer.from('account,name\n1,a\n'), 'utf-8'],
  ];

  it.each(cases)('finds %s whatever the chunks are', async (_, bytes, encoding) => {
    for (const size of [1, 2, 3, 5, 1000]) {
      const scan = await scanBytes(inChunks(bytes, size));
      expect(scan).toMatchObject({ format: 'csv', encoding, bytes: bytes.length });
      expect(scan.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('takes an archive for XLSX', async () => {
    expect((await scanBytes(inChunks(Buffer.from('PK\u0003\u0004rest'), 3))).format).toBe('xlsx');
  });

  it('keeps only the beginning of a large file', async () => {
    const scan = await scanBytes(inChunks(Buffer.alloc(1_000_000, 'a'), 100_000));
    expect(scan.head).toHaveLength(65_536);
  });
});

describe('decoding text', () => {
  async function decode(bytes: Buffer, encoding: Parameters<typeof decodeText>[1]): Promise<string> {
    const parts: string[] = [];
    for await (const text of decodeText(inChunks(bytes, 1), encoding)) parts.push(text);
    return parts.join('');
  }

  it('joins characters that chunks cut, and drops the byte order mark', async () => {
    expect(await decode(Buffer.from('\uFEFF户名'), 'utf-8')).toBe('户名');
    expect(await decode(Buffer.from('\uFEFF户名', 'utf16le'), 'utf-16le')).toBe('户名');
    expect(await decode(Buffer.from('84319533d5c5c8fd', 'hex'), 'gb18030')).toBe('张三');
  });

  it('marks what cannot be decoded and goes on', async () => {
    expect(await decode(Buffer.from([0x61, 0xff, 0x62]), 'utf-8')).toBe('a\uFFFDb');
  });
});
