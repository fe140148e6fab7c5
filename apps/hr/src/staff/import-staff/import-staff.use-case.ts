import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ImportStaffFileRequest,
  type ImportStaffRowsRequest,
  type RequestContext,
  STAFF_IMPORT_ERRORS,
} from '@switchyard/contracts';
import {
  type ByteScan,
  type CheckedTable,
  CLOCK,
  type Clock,
  type Column,
  delimiterOf,
  DomainError,
  FILE_STORE,
  FileMissing,
  type FileStore,
  IMPORT_LEASE_SECONDS,
  openStoredTable,
  type RowChecker,
  scanBytes,
  unknownColumnsWarning,
} from '@switchyard/platform';
import { RunStaffImport } from './run-staff-import';
import { type StaffImport, StaffImports } from './staff-imports.port';
import type { StaffRow } from './staff-row';

/** Takes staff as a file, whose rows follow in the background, or as rows, which are there with the answer. */
@Injectable()
export class ImportStaff {
  constructor(
    private readonly imports: StaffImports,
    private readonly runner: RunStaffImport,
    @Inject(FILE_STORE) private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An upload that is refused is removed. @throws DomainError `staff-import.already-imported`, `….already-running`, `….file-missing` */
  async file(command: ImportStaffFileRequest, context: RequestContext): Promise<StaffImport> {
    try {
      return await this.accept(command, context);
    } catch (error) {
      await this.files.remove(command.fileKey);
      throw error;
    }
  }

  /** Answers the import that has ended. @throws DomainError `staff-import.already-running` */
  async rows({ rows }: ImportStaffRowsRequest, context: RequestContext): Promise<StaffImport> {
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    const record = await this.imports.begin(
      {
        id: randomUUID(),
        source: 'api',
        fileName: null,
        fileKey: null,
        sha256,
        format: 'json',
        encoding: null,
        ...this.by(context),
      },
      IMPORT_LEASE_SECONDS,
    );
    await this.runner.execute(
      record,
      async (columns, checker) => checkedRows(rows, columns, checker),
      context,
    );
    return this.imports.get(record.id);
  }

  private async accept(
    { fileKey, fileName }: ImportStaffFileRequest,
    context: RequestContext,
  ): Promise<StaffImport> {
    const scan = await this.scan(fileKey);
    const record = await this.imports.begin(
      {
        id: randomUUID(),
        source: 'file',
        fileName: fileName ?? null,
        fileKey,
        sha256: scan.sha256,
        format: scan.format,
        encoding: scan.encoding ?? null,
        ...this.by(context),
      },
      IMPORT_LEASE_SECONDS,
    );
    this.runner.start(
      record,
      async (columns, checker) => {
        const delimiter = scan.encoding ? delimiterOf(scan.head, scan.encoding, columns) : 'comma';
        if (scan.encoding) await this.imports.saveDelimiter(record.id, delimiter);
        return openStoredTable({ files: this.files, fileKey, scan, delimiter, columns, checker });
      },
      context,
    );
    return record;
  }

  private by({ actor }: RequestContext) {
    return { createdBy: actor.name || actor.id, startedAt: this.clock.now() };
  }

  private async scan(fileKey: string): Promise<ByteScan> {
    try {
      return await scanBytes(await this.files.get(fileKey));
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error;
      throw new DomainError(STAFF_IMPORT_ERRORS.fileMissing, 'The upload is not there: upload it again.', {
        fileKey,
      });
    }
  }
}

function checkedRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly Column[],
  checker: RowChecker<StaffRow>,
): CheckedTable<StaffRow> {
  const known = new Set(columns.map(({ jsonField }) => jsonField));
  const unknown = new Set(rows.flatMap((row) => Object.keys(row).filter((field) => !known.has(field))));
  const checked = rows.map((row, index) => checker.checkJson(row, index + 1));
  return {
    checked: once(checked),
    warnings: unknownColumnsWarning([...unknown].map((field) => field.slice(0, 60))),
    progress: () => 1,
    close: async () => undefined,
  };
}

async function* once<T>(rows: T): AsyncGenerator<T> {
  yield rows;
}
