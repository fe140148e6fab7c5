import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import {
  type CheckedTable,
  CLOCK,
  type Clock,
  ImportInterrupted,
  type ImportLedger,
  ImportQueue,
  INTERRUPTED,
  Logger,
  RowChecker,
  RowIntake,
  runTableImport,
  ShutdownHooks,
  UnitOfWork,
} from '@switchyard/platform';
import type { RegisterImport } from './register-import';
import { RegisterImports } from './register-imports.port';
import { RegisterWriters } from './register-writers.port';
import type { Register } from './registers/register';
import { type AnyRegister, Registers, type Write } from './registers/registers';

/** Opens the table of one register, its rows checked by its rules. */
export type OpenRegister = <Row extends { readonly line: number }, Remark extends string>(
  register: Register<Row, Remark>,
  checker: RowChecker<Row, Remark>,
) => Promise<CheckedTable<Row, Remark>>;

/** Writes the good rows of an import into its register; those of files one after another, those of rows at once. */
@Injectable()
export class RunRegisterImport implements OnModuleInit {
  private readonly queue: ImportQueue;
  private readonly logger: Logger;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: RegisterImports,
    private readonly registers: Registers,
    private readonly writers: RegisterWriters,
    shutdown: ShutdownHooks,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('RegisterImport');
    const failInterrupted = () => imports.failInterrupted(INTERRUPTED, clock.now());
    this.queue = new ImportQueue({ shutdown, logger, failInterrupted });
  }

  onModuleInit(): Promise<void> {
    return this.queue.open();
  }

  /** Begins an import when those before it have ended. */
  start(record: RegisterImport, open: OpenRegister, context: RequestContext): void {
    this.queue.start(record.id, (signal, turn) => this.run(record, open, context, signal, turn));
  }

  /** Runs an import now; resolves when it has ended, well or not. */
  execute(record: RegisterImport, open: OpenRegister, context: RequestContext): Promise<void> {
    return this.queue.execute(record.id, (signal) =>
      this.run(record, open, context, signal, Promise.resolve()),
    );
  }

  private async run(
    record: RegisterImport,
    open: OpenRegister,
    context: RequestContext,
    signal: AbortSignal,
    turn: Promise<void>,
  ): Promise<void> {
    const any: AnyRegister = await this.registers.of(record.register);
    await any(
      <Row extends { readonly line: number }, Remark extends string>(
        register: Register<Row, Remark>,
        write: Write<Row>,
      ) =>
        runTableImport<Row, Remark, CheckedTable<Row, Remark>>({
          open: () => turn.then(() => open(register, new RowChecker(register.columns, register.assemble))),
          intake: new RowIntake<Row, Remark>(register),
          ledger: this.ledgerOf(record.id),
          store: ({ rows, finish }) =>
            this.unitOfWork.inTransaction(
              async () => {
                const now = this.clock.now();
                await write(this.writers, rows, now, context);
                const { counts, warnings } = await finish();
                if (!(await this.imports.complete(record.id, counts, warnings, this.clock.now())))
                  throw new ImportInterrupted();
              },
              { statementTimeoutMs: 0 },
            ),
          signal,
          logger: this.logger,
          logFields: { importId: record.id, register: record.register },
        }),
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
