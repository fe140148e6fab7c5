import { BatchFinished, NoticeDataChanged, type RequestContext } from '@switchyard/contracts';
import type { Clock, Outbox, UnitOfWork } from '@switchyard/platform';
import type { DispositionEvents } from '../settle-calls/disposition-events';
import type { Settlements } from '../settle-calls/settlements.port';
import type { BatchSweeps } from './batch-sweeps.port';
import { noticeDataEvents } from './notice-data-events';

/** Contacts settled in one transaction. */
const ROUND = 500;
/** Transactions in one sweep; the next one goes on. */
const MOST_ROUNDS = 20;

/** Hands off what the deadline has overtaken, cancels what a stop left waiting, ends batches that are done. */
export class SweepBatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sweeps: BatchSweeps,
    private readonly settlements: Settlements,
    private readonly events: DispositionEvents,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(context: RequestContext): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) if ((await this.settleOverdue(context)) < ROUND) break;
    await this.finish(context);
  }

  private settleOverdue(context: RequestContext): Promise<number> {
    return this.unitOfWork.inTransaction(async () => {
      const overdue = await this.sweeps.overdue(this.clock.now(), ROUND);
      const disposed = await this.settlements.dispose(
        overdue.map(({ contactId, why }) =>
          why === 'stopped'
            ? { contactId, disposition: 'cancelled', reason: 'stopped' }
            : { contactId, disposition: 'handed-off', reason: 'deadline' },
        ),
      );
      await this.events.append(disposed, context);
      return overdue.length;
    });
  }

  private finish(context: RequestContext): Promise<void> {
    return this.unitOfWork.inTransaction(async () => {
      const endedAt = this.clock.now();
      const finished = await this.sweeps.finish(endedAt);
      await this.outbox.appendAll(
        BatchFinished,
        finished.map(({ batchId, kind, name, state, ...dispositions }) => ({
          batchId,
          kind,
          name,
          state,
          contacts: dispositions.delivered + dispositions.handedOff + dispositions.cancelled,
          dispositions,
          endedAt: endedAt.toISOString(),
        })),
        context,
      );
      const over = finished.map(({ batchId: id, kind, name, state }) => ({
        id,
        kind,
        name,
        change: state === 'stopped' ? ('withdrawn' as const) : ('noticed' as const),
      }));
      await this.outbox.appendAll(NoticeDataChanged, noticeDataEvents(over, endedAt), context);
    });
  }
}
