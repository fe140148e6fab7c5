import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportRowsRequest } from '@switchyard/contracts';
import {
  CLOCK,
  type Clock,
  IMPORT_LEASE_SECONDS,
  phoneNormaliser,
  unknownColumnsWarning,
} from '@switchyard/platform';
import { assertTakesContacts } from '../batch/allowed-action';
import type { Batch } from '../batch/batch';
import { Batches } from '../batch/batches.port';
import { importRunning } from '../import-contacts/import-errors';
import type { ImportRecord } from '../import-contacts/import-record';
import { ImportRunner } from '../import-contacts/import-runner';
import { Imports } from '../import-contacts/imports.port';
import type { ImportRows as Rows } from '../import-contacts/run-import';
import type { CheckedContact } from '../rows/checked-row';
import { contactChecker } from '../rows/contact-checker';
import { columnsOf } from '../rows/kind-columns';

type JsonRow = Readonly<Record<string, unknown>>;

/** Takes rows by API (T2.2): money in fen, the same checks as a file's. */
@Injectable()
export class ImportRows {
  private readonly normalise = phoneNormaliser();

  constructor(
    private readonly batches: Batches,
    private readonly imports: Imports,
    private readonly runner: ImportRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Answers the import that has ended. The same rows again are the same file.
   * @throws DomainError `batch.not-found`, `batch.not-allowed-in-state`, `import.already-running`, `import.already-imported`
   */
  async execute({ batchId, rows }: ImportRowsRequest, createdBy: string): Promise<ImportRecord> {
    const batch = await this.batches.get(batchId);
    assertTakesContacts(batch);
    const running = await this.imports.running(batch.id);
    if (running) throw importRunning(batch.id, running);
    const record = await this.imports.begin(
      {
        id: randomUUID(),
        batchId: batch.id,
        kind: batch.kind,
        source: 'api',
        fileName: null,
        fileKey: null,
        sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
        format: 'json',
        encoding: null,
        createdBy,
        startedAt: this.clock.now(),
      },
      IMPORT_LEASE_SECONDS,
    );
    await this.runner.execute(record, async () => this.check(batch, rows));
    return this.imports.get(record.id);
  }

  private check(batch: Batch, rows: readonly JsonRow[]): Rows {
    const columns = columnsOf(batch.kind, this.normalise);
    const checker = contactChecker(batch.kind, columns, { language: batch.language });
    const known = new Set(columns.map(({ jsonField }) => jsonField));
    const unknown = new Set(rows.flatMap((row) => Object.keys(row).filter((field) => !known.has(field))));
    const checked = rows.map((row, index) => checker.checkJson(row, index + 1));
    return {
      checked: once(checked),
      warnings: unknownColumnsWarning([...unknown].map((field) => field.slice(0, 60))),
      accountNos: checked.flatMap((row) => (row.ok ? [row.row.accountNo] : [])),
      progress: () => 1,
      close: async () => undefined,
    };
  }
}

async function* once(rows: readonly CheckedContact[]): AsyncGenerator<readonly CheckedContact[]> {
  yield rows;
}
