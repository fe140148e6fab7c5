import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from '../../logging';
import type { CheckedTable } from '../reading/stored-table';
import type { CheckedRow, RowError } from '../rows/checked-row';
import type { TableWarning } from '../rows/unknown-columns';
import { failureOf, ImportInterrupted, NoGoodRow, type TableFailure } from './failure-of';
import type { ImportCounts, RowIntake } from './row-intake';

/** An import whose lease was not renewed for so long has died with its process. */
export const IMPORT_LEASE_SECONDS = 30;
const RENEW_EVERY_MS = 1_000;
/** Row errors kept in memory before they are written. */
const ERRORS_AT_ONCE = 500;

/** Where an import that runs is kept, outside of its rows' transaction. */
export interface ImportLedger {
  /** Renews the lease and tells how far it is. False when the import is not running any more. */
  renew(leaseSeconds: number, progress: number, counts: ImportCounts): Promise<boolean>;
  addRowErrors(errors: readonly RowError[]): Promise<void>;
  fail(failure: TableFailure, counts: ImportCounts): Promise<void>;
}

/** What is stored, in one transaction of the importer's own. */
export interface RowsToStore<Row> {
  /** Good rows, some at a time; must be read to the end. */
  readonly rows: AsyncIterable<readonly Row[]>;
  /**
   * To be awaited when all rows are written and before the import's own row is changed in the transaction: writes
   * the last errors and ends the lease. @throws NoGoodRow
   */
  readonly finish: () => Promise<{
    readonly counts: ImportCounts;
    readonly warnings: readonly TableWarning[];
  }>;
}

export interface TableImport<Row extends { readonly line: number }, Remark extends string, Table> {
  readonly open: () => Promise<Table>;
  readonly intake: RowIntake<Row, Remark>;
  readonly ledger: ImportLedger;
  /** Stores all rows or none; throws ImportInterrupted when the import was given up meanwhile. */
  readonly store: (rows: RowsToStore<Row>, table: Table) => Promise<void>;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** In every line of the log. */
  readonly logFields: Readonly<Record<string, unknown>>;
}

/**
 * Runs one import: all good rows in one transaction, and every error of the bad ones beside it, so that whoever dies
 * in the middle leaves no row behind (T2.2). Never rejects for what the file is: that is written to the ledger.
 */
export async function runTableImport<
  Row extends { readonly line: number },
  Remark extends string,
  Table extends CheckedTable<Row, Remark>,
>(work: TableImport<Row, Remark, Table>): Promise<void> {
  const { intake, ledger, logger, logFields } = work;
  let table: Table | undefined;
  let lost = false;
  const lease = repeat(logger, async () => {
    if (!(await ledger.renew(IMPORT_LEASE_SECONDS, table?.progress() ?? 0, intake.counts))) lost = true;
  });
  const stopped = () => lost || work.signal.aborted;
  try {
    table = await work.open();
    const warnings = table.warnings;
    // Errors are kept whatever becomes of the rows: outside of their transaction.
    const outside = AsyncLocalStorage.snapshot();
    const saveErrors = (): Promise<void> => outside(() => ledger.addRowErrors(intake.takeErrors()));
    const finish: RowsToStore<Row>['finish'] = async () => {
      await saveErrors();
      if (intake.counts.rowsAccepted === 0) throw new NoGoodRow(intake.counts.rowsTotal);
      await lease.end();
      return { counts: intake.counts, warnings: [...warnings, ...intake.warnings()] };
    };
    await work.store({ rows: goodRows(table.checked, intake, saveErrors, stopped), finish }, table);
    logger.info('import completed', { ...logFields, ...intake.counts });
  } catch (error) {
    await lease.end();
    await giveUp(work, error);
  } finally {
    await lease.end();
    await table?.close();
  }
}

async function giveUp<Row extends { readonly line: number }, Remark extends string>(
  {
    intake,
    ledger,
    logger,
    logFields,
  }: Pick<TableImport<Row, Remark, unknown>, 'intake' | 'ledger' | 'logger' | 'logFields'>,
  error: unknown,
): Promise<void> {
  const failure = failureOf(error);
  logger.warn('import failed', { ...logFields, code: failure.code, err: error });
  await ledger.addRowErrors(intake.takeErrors());
  // The rows that were good are gone with the transaction.
  await ledger.fail(failure, { ...intake.counts, rowsAccepted: 0 });
}

/** Repeats work until its end is awaited; a failure is logged, and the next round tries again. */
function repeat(logger: Logger, work: () => Promise<void>): { end: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(work).catch((error: unknown) => {
      logger.warn('import lease not renewed', { err: error });
    });
  }, RENEW_EVERY_MS);
  return {
    end: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function* goodRows<Row extends { readonly line: number }, Remark extends string>(
  checked: AsyncIterable<readonly CheckedRow<Row, Remark>[]>,
  intake: RowIntake<Row, Remark>,
  saveErrors: () => Promise<void>,
  stopped: () => boolean,
): AsyncGenerator<readonly Row[]> {
  for await (const rows of checked) {
    if (stopped()) throw new ImportInterrupted();
    const accepted: Row[] = [];
    for (const row of rows) {
      const taken = intake.take(row);
      if (taken) accepted.push(taken);
    }
    if (intake.waitingErrors >= ERRORS_AT_ONCE) await saveErrors();
    if (accepted.length > 0) yield accepted;
  }
}
