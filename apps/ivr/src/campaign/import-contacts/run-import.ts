import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import {
  type CheckedTable,
  CLOCK,
  type Clock,
  failureOf,
  ImportInterrupted,
  Logger,
  NoGoodRow,
  UnitOfWork,
} from '@switchyard/platform';
import type { AcceptedRow, CheckedContact, SumRemark } from '../rows/checked-row';
import { ContactWriter } from './contact-writer.port';
import type { ImportRecord } from './import-record';
import { Imports } from './imports.port';
import { ReadyBatch } from './ready-batch';
import { RowIntake } from './row-intake';

export const IMPORT_LEASE_SECONDS = 30;
const RENEW_EVERY_MS = 1_000;
/** Row errors kept in memory before they are written. */
const ERRORS_AT_ONCE = 500;

/** Rows of one import, checked. */
export interface ImportRows extends CheckedTable<AcceptedRow, SumRemark> {
  /** Where they are known beforehand: the accounts that the rows speak of. */
  readonly accountNos?: readonly string[];
}

/**
 * Writes all good rows of an import in one transaction, and every error of the bad ones beside it: whoever
 * dies in the middle leaves no row behind (T2.2). Memory does not grow with the rows, but for 40 bytes each.
 */
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
  async execute(record: ImportRecord, open: () => Promise<ImportRows>, signal: AbortSignal): Promise<void> {
    const intake = new RowIntake();
    let rows: ImportRows | undefined;
    let lost = false;
    const renew = async () => {
      const progress = rows?.progress() ?? 0;
      if (!(await this.imports.renew(record.id, IMPORT_LEASE_SECONDS, progress, intake.counts))) lost = true;
    };
    const lease = this.repeat(renew);
    const stop = () => lost || signal.aborted;
    try {
      rows = await open();
      await this.write(record, rows, intake, stop, lease.end);
      this.logger.info('import completed', {
        importId: record.id,
        batchId: record.batchId,
        ...intake.counts,
      });
    } catch (error) {
      await lease.end();
      await this.giveUp(record, intake, error);
    } finally {
      await lease.end();
      await rows?.close();
    }
  }

  private async write(
    record: ImportRecord,
    rows: ImportRows,
    intake: RowIntake,
    stop: () => boolean,
    endLease: () => Promise<void>,
  ): Promise<void> {
    for await (const keys of this.contacts.keysOf(record.batchId, rows.accountNos)) {
      for (const { accountNo, period } of keys) intake.know(accountNo, period);
    }
    const outside = AsyncLocalStorage.snapshot();
    const saveErrors = (): Promise<void> =>
      outside(() => this.imports.addRowErrors(record.id, intake.takeErrors()));
    await this.unitOfWork.inTransaction(
      async () => {
        const accepted = acceptedRows(rows.checked, intake, saveErrors, stop);
        await this.contacts.write(record.batchId, record.id, accepted);
        await saveErrors();
        if (intake.counts.rowsAccepted === 0) throw new NoGoodRow(intake.counts.rowsTotal);
        // The import's row is about to be changed here: nobody else may be waiting to change it.
        await endLease();
        const range = await this.contacts.rangeOf(record.id, record.batchId);
        const warnings = [...rows.warnings, ...intake.warnings()];
        const now = this.clock.now();
        if (!(await this.imports.complete(record.id, intake.counts, warnings, range, now)))
          throw new ImportInterrupted();
        await this.readyBatch.execute(record.batchId);
      },
      { statementTimeoutMs: 0 },
    );
  }

  private async giveUp(record: ImportRecord, intake: RowIntake, error: unknown): Promise<void> {
    const failure = failureOf(error);
    const details = { importId: record.id, batchId: record.batchId, code: failure.code, err: error };
    this.logger.warn('import failed', details);
    // The rows that were good are gone with the transaction.
    const { rowsTotal, rowsRefused } = intake.counts;
    await this.imports.addRowErrors(record.id, intake.takeErrors());
    await this.imports.fail(
      record.id,
      failure,
      { rowsTotal, rowsAccepted: 0, rowsRefused },
      this.clock.now(),
    );
  }

  /** Repeats work until its end is awaited; a failure is logged, and the next round tries again. */
  private repeat(work: () => Promise<void>): { end: () => Promise<void> } {
    let running: Promise<void> = Promise.resolve();
    const timer = setInterval(() => {
      running = running.then(work).catch((error: unknown) => {
        this.logger.warn('import lease not renewed', { err: error });
      });
    }, RENEW_EVERY_MS);
    return {
      end: async () => {
        clearInterval(timer);
        await running;
      },
    };
  }
}

async function* acceptedRows(
  checked: AsyncIterable<readonly CheckedContact[]>,
  intake: RowIntake,
  saveErrors: () => Promise<void>,
  stop: () => boolean,
): AsyncGenerator<readonly AcceptedRow[]> {
  for await (const rows of checked) {
    if (stop()) throw new ImportInterrupted();
    const accepted: AcceptedRow[] = [];
    for (const row of rows) {
      const taken = intake.take(row);
      if (taken) accepted.push(taken);
    }
    if (intake.waitingErrors >= ERRORS_AT_ONCE) await saveErrors();
    if (accepted.length > 0) yield accepted;
  }
}
