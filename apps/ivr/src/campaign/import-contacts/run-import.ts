import { Inject, Injectable } from '@nestjs/common';
import {
  type CheckedTable,
  CLOCK,
  type Clock,
  ImportInterrupted,
  type ImportLedger,
  Logger,
  type RowsToStore,
  runTableImport,
  UnitOfWork,
} from '@switchyard/platform';
import type { AcceptedRow, SumRemark } from '../rows/checked-row';
import { contactIntake, type ContactIntake } from './contact-intake';
import { ContactWriter } from './contact-writer.port';
import type { ImportRecord } from './import-record';
import { Imports } from './imports.port';
import { ReadyBatch } from './ready-batch';

/** Rows of one import, checked. */
export interface ImportRows extends CheckedTable<AcceptedRow, SumRemark> {
  /** Where they are known beforehand: the accounts that the rows speak of. */
  readonly accountNos?: readonly string[];
}

/** Writes the good rows of an import to its batch. Memory does not grow with the rows, but for 40 bytes each. */
@Injectable()
export class RunImport {
  private readonly logger: Logger;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: Imports,
    private readonly contacts: ContactWriter,
    private readonly readyBatch: ReadyBatch,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('Import');
  }

  /** Never rejects for what the file is: that is written to the import. */
  execute(record: ImportRecord, open: () => Promise<ImportRows>, signal: AbortSignal): Promise<void> {
    const { id: importId, batchId } = record;
    const intake = contactIntake();
    return runTableImport({
      open,
      intake,
      signal,
      logger: this.logger,
      logFields: { importId, batchId },
      ledger: this.ledgerOf(importId),
      store: (rows, table) => this.store(record, rows, table, intake),
    });
  }

  private async store(
    { id, batchId }: ImportRecord,
    { rows, finish }: RowsToStore<AcceptedRow>,
    table: ImportRows,
    intake: ContactIntake,
  ): Promise<void> {
    for await (const keys of this.contacts.keysOf(batchId, table.accountNos)) {
      for (const { accountNo, period } of keys) intake.know(accountNo, period);
    }
    await this.unitOfWork.inTransaction(
      async () => {
        await this.contacts.write(batchId, id, rows);
        const { counts, warnings } = await finish();
        const range = await this.contacts.rangeOf(id, batchId);
        if (!(await this.imports.complete(id, counts, warnings, this.clock.now())))
          throw new ImportInterrupted();
        await this.imports.noteContacts(id, range);
        await this.readyBatch.execute(batchId);
      },
      { statementTimeoutMs: 0 },
    );
  }

  private ledgerOf(id: string): ImportLedger {
    return {
      renew: (seconds, progress, counts) => this.imports.renew(id, seconds, progress, counts),
      addRowErrors: (errors) => this.imports.addRowErrors(id, errors),
      fail: (failure, counts) => this.imports.fail(id, failure, counts, this.clock.now()),
    };
  }
}
