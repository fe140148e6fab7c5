import { Inject, Injectable } from '@nestjs/common';
import { TRAINING_RECORD_ERRORS } from '@switchyard/contracts';
import {
  type ByteScan,
  type CheckedRow,
  type CheckedTable,
  type Column,
  delimiterOf,
  DomainError,
  FILE_STORE,
  FileMissing,
  type FileStore,
  openStoredTable,
  type RowChecker,
  type RowError,
  scanBytes,
  type TableWarning,
  UnreadableTable,
} from '@switchyard/platform';

/** More are handed in in parts; a bank or a year's records are far fewer. */
const MOST_ROWS = 20_000;

export interface ReadTableOf<Row> {
  readonly sha256: string;
  readonly rowsTotal: number;
  readonly rows: readonly Row[];
  readonly errors: readonly RowError[];
  readonly warnings: readonly TableWarning[];
}

/** Reads a whole CSV or XLSX file of at most 20,000 rows; what is wrong with a row stops no other. */
@Injectable()
export class ReadTable {
  constructor(@Inject(FILE_STORE) private readonly files: FileStore) {}

  /**
   * The file stays in the store.
   * @throws DomainError `training-import.unreadable`, `training-import.file-missing`, `training-import.too-many-rows`
   */
  async read<Row>(
    fileKey: string,
    columns: readonly Column[],
    checker: RowChecker<Row>,
  ): Promise<ReadTableOf<Row>> {
    const scan = await this.scan(fileKey);
    const delimiter = scan.encoding ? delimiterOf(scan.head, scan.encoding, columns) : 'comma';
    const table = await readable(() =>
      openStoredTable({ files: this.files, fileKey, scan, delimiter, columns, checker }),
    );
    try {
      const checked = await readable(() => gather(table));
      return {
        sha256: scan.sha256,
        rowsTotal: checked.length,
        warnings: table.warnings,
        rows: checked.flatMap((row) => (row.ok ? [row.row] : [])),
        errors: checked.flatMap((row) => (row.ok ? [] : row.errors)),
      };
    } finally {
      await table.close();
    }
  }

  private async scan(fileKey: string): Promise<ByteScan> {
    try {
      return await scanBytes(await this.files.get(fileKey));
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error;
      throw new DomainError(
        TRAINING_RECORD_ERRORS.fileMissing,
        'The uploaded file is gone; upload it again.',
        { fileKey },
        { cause: error },
      );
    }
  }
}

async function gather<Row>({ checked }: CheckedTable<Row>): Promise<readonly CheckedRow<Row>[]> {
  const all: CheckedRow<Row>[] = [];
  for await (const rows of checked) {
    all.push(...rows);
    if (all.length > MOST_ROWS) {
      throw new DomainError(
        TRAINING_RECORD_ERRORS.tooManyRows,
        `The file has more than ${MOST_ROWS} rows; hand it in in parts.`,
        { mostRows: MOST_ROWS },
      );
    }
  }
  return all;
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new DomainError(
      TRAINING_RECORD_ERRORS.unreadable,
      `${error.text.en} (${error.text['zh-CN']})`,
      { ...error.details, reason: error.code },
      { cause: error },
    );
  }
}
