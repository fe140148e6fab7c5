import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportRegisterRowsRequest, RequestContext } from '@switchyard/contracts';
import {
  type CheckedTable,
  CLOCK,
  type Clock,
  type Column,
  IMPORT_LEASE_SECONDS,
  type RowChecker,
  unknownColumnsWarning,
} from '@switchyard/platform';
import type { RegisterImport } from '../register-import';
import { RegisterImports } from '../register-imports.port';
import { RunRegisterImport } from '../run-register-import';

type JsonRow = Readonly<Record<string, unknown>>;

/** Takes rows by API: money in fen, the same checks as a file's. */
@Injectable()
export class ImportRegisterRows {
  constructor(
    private readonly imports: RegisterImports,
    private readonly runner: RunRegisterImport,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers the import that has ended. @throws DomainError `register-import.already-running` */
  async execute(
    { register, rows }: ImportRegisterRowsRequest,
    context: RequestContext,
  ): Promise<RegisterImport> {
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    const record = await this.imports.begin(
      {
        id: randomUUID(),
        register,
        source: 'api',
        fileName: null,
        fileKey: null,
        sha256,
        format: 'json',
        encoding: null,
        createdBy: context.actor.name || context.actor.id,
        startedAt: this.clock.now(),
      },
      IMPORT_LEASE_SECONDS,
    );
    await this.runner.execute(
      record,
      async ({ columns }, checker) => checkedRows(rows, columns, checker),
      context,
    );
    return this.imports.get(record.id);
  }
}

function checkedRows<Row, Remark extends string>(
  rows: readonly JsonRow[],
  columns: readonly Column[],
  checker: RowChecker<Row, Remark>,
): CheckedTable<Row, Remark> {
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
