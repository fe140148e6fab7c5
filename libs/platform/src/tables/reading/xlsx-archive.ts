import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { IMPORT_FAILURES } from '@switchyard/contracts';
import { describeError, isError } from '../../errors';
import { UnreadableTable } from './table-row';

const MEGABYTE = 1024 * 1024;
const MAX_ENTRIES = 2000;

/** The parts of an XLSX file, each read as a stream that may not grow beyond what its part is worth. */
export class XlsxArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws UnreadableTable when the file is no readable ZIP archive. */
  static async open(path: string): Promise<XlsxArchive> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(path, { autoClose: false, strictFileNames: false });
      const entries = new Map<string, Entry>();
      if (zip.entryCount > MAX_ENTRIES) throw new Error(`${zip.entryCount} entries`);
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new XlsxArchive(zip, entries);
    } catch (error) {
      zip?.close();
      throw brokenArchive(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of a part when unpacked, as its archive says. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /**
   * @throws UnreadableTable when the part is missing, encrypted, damaged or unpacks to more than `maxMegabytes`.
   */
  async *read(name: string, maxMegabytes: number): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) throw brokenArchive(new Error(`it has no part ${name}`));
    if (entry.uncompressedSize > maxMegabytes * MEGABYTE) throw tooLarge(name, entry, maxMegabytes);
    const decoder = new TextDecoder('utf-8');
    let stream: Readable | undefined;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield decoder.decode(chunk as Uint8Array, { stream: true });
      yield decoder.decode();
    } catch (error) {
      throw brokenArchive(error);
    } finally {
      stream?.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

export function brokenArchive(cause: unknown): UnreadableTable {
  if (cause instanceof UnreadableTable) return cause;
  const why = isError(cause) ? cause.message : describeError(cause);
  return new UnreadableTable(
    IMPORT_FAILURES.brokenArchive,
    {
      'zh-CN': `这个 XLSX 文件无法读取（${why}）。请在表格软件中打开，另存为 .xlsx（不加密码）后重新上传。`,
      en: `this XLSX file cannot be read (${why}): open it in a spreadsheet, save it as .xlsx without a password, and upload it again`,
    },
    undefined,
    { cause },
  );
}

function tooLarge(name: string, entry: Entry, maxMegabytes: number): UnreadableTable {
  const size = Math.ceil(entry.uncompressedSize / MEGABYTE);
  return new UnreadableTable(
    IMPORT_FAILURES.tooLarge,
    {
      'zh-CN': `${name} 解压后有 ${size} MB，上限是 ${maxMegabytes} MB。请改用 CSV 文件。`,
      en: `${name} unpacks to ${size} MB, the limit is ${maxMegabytes} MB: use a CSV file`,
    },
    { part: name, megabytes: size, limit: maxMegabytes },
  );
}
