import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import {
  type CheckedTable,
  CLOCK,
  type Clock,
  type Column,
  errorOf,
  ImportInterrupted,
  ImportQueue,
  INTERRUPTED,
  Logger,
  phoneNormaliser,
  refuseCell,
  RowChecker,
  RowIntake,
  runTableImport,
  ShutdownHooks,
  UnitOfWork,
} from '@switchyard/platform';
import { Places } from './known-places';
import { staffColumns } from './staff-columns';
import { type StaffImport, StaffImports } from './staff-imports.port';
import { type StaffRow, staffRowOf } from './staff-row';
import { WriteStaff } from './write-staff';

/** Opens the table of an import, its rows checked. */
export type OpenStaffTable = (
  columns: readonly Column[],
  checker: RowChecker<StaffRow>,
) => Promise<CheckedTable<StaffRow>>;

/** Writes the good rows of an import into the register; imports one after another. */
@Injectable()
export class RunStaffImport implements OnModuleInit {
  private readonly queue: ImportQueue;
  private readonly log: Logger;
  private readonly normalise = phoneNormaliser();

  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: StaffImports,
    private readonly places: Places,
    private readonly write: WriteStaff,
    shutdown: ShutdownHooks,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.log = logger.named('StaffImport');
    const failInterrupted = () => imports.failInterrupted(INTERRUPTED, clock.now());
    this.queue = new ImportQueue({ shutdown, logger, failInterrupted });
  }

  onModuleInit(): Promise<void> {
    return this.queue.open();
  }

  start(record: StaffImport, open: OpenStaffTable, context: RequestContext): void {
    this.queue.start(record.id, (signal, turn) => this.run(record, open, context, signal, turn));
  }

  /** Runs an import now; resolves when it has ended, well or not. */
  execute(record: StaffImport, open: OpenStaffTable, context: RequestContext): Promise<void> {
    return this.queue.execute(record.id, (signal) =>
      this.run(record, open, context, signal, Promise.resolve()),
    );
  }

  private async run(
    { id }: StaffImport,
    open: OpenStaffTable,
    context: RequestContext,
    signal: AbortSignal,
    turn: Promise<void>,
  ): Promise<void> {
    await runTableImport<StaffRow, never, CheckedTable<StaffRow>>({
      open: async () => {
        await turn;
        const { actor } = context;
        const places = {
          ...(await this.places.read()),
          staff: await this.imports.everybody(),
          mayMakeAdmins: actor.permissions.includes('user:write') || actor.id.startsWith('system:'),
          importedBy: actor.id,
          today: localDateAt(this.clock.now()),
        };
        const columns = staffColumns(places, this.normalise);
        return open(columns, new RowChecker(columns, staffRowOf(places)));
      },
      intake: new RowIntake<StaffRow>({
        keyOf: ({ staffNumber }) => [staffNumber, ''],
        duplicate: ({ line, staffNumber }, first = 0) =>
          errorOf(line, 'staffNumber', repeats(first), staffNumber),
        warningOf: (remark: never) => remark,
      }),
      ledger: {
        renew: (seconds, progress, counts) => this.imports.renew(id, seconds, progress, counts),
        addRowErrors: (errors) => this.imports.addRowErrors(id, errors),
        fail: (failure, counts) => this.imports.fail(id, failure, counts, this.clock.now()),
      },
      store: ({ rows, finish }) =>
        this.work.inTransaction(
          async () => {
            await this.write.execute(rows, this.clock.now(), context);
            const { counts, warnings } = await finish();
            if (!(await this.imports.complete(id, counts, warnings, this.clock.now())))
              throw new ImportInterrupted();
          },
          { statementTimeoutMs: 0 },
        ),
      signal,
      logger: this.log,
      logFields: { importId: id },
    });
  }
}

const repeats = (first: number) => refuseCell('duplicate', `与第 ${first} 行重复`, `repeats line ${first}`);
