import type { RequestContext } from '@switchyard/contracts';
import type { UnitOfWork } from '@switchyard/platform';
import type { ContactBalances } from '../conduct-call/contact-balances';
import type { DispositionEvents } from '../settle-calls/disposition-events';
import type { Settlements } from '../settle-calls/settlements.port';
import type { BatchSweeps, WaitingContact } from '../sweep-batches/batch-sweeps.port';
import type { KnownPayments, RecordedPayment } from './known-payments.port';

/** Keeps a payment, and cancels at once the waiting notices that it leaves without anything to pay (T2.9). */
export class KnowPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: KnownPayments,
    private readonly sweeps: BatchSweeps,
    private readonly balances: ContactBalances,
    private readonly settlements: Settlements,
    private readonly events: DispositionEvents,
  ) {}

  execute(payment: RecordedPayment, context: RequestContext): Promise<void> {
    return this.unitOfWork.inTransaction(async () => {
      await this.payments.add(payment);
      const waiting = await this.sweeps.waitingOf(payment.accountNo);
      const paid = await this.paidAmong(waiting);
      const disposed = await this.settlements.dispose(
        paid.map(({ contactId }) => ({ contactId, disposition: 'cancelled', reason: 'paid' })),
      );
      await this.events.append(disposed, context);
    });
  }

  private async paidAmong(waiting: readonly WaitingContact[]): Promise<readonly WaitingContact[]> {
    const paid: WaitingContact[] = [];
    for (const batchId of new Set(waiting.map((contact) => contact.batchId))) {
      const ofBatch = waiting.filter((contact) => contact.batchId === batchId);
      const balances = await this.balances.of(batchId, ofBatch);
      paid.push(...ofBatch.filter((_, index) => balances[index]?.paid));
    }
    return paid;
  }
}
