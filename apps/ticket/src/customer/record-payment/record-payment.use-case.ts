import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PaymentRecorded, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Outbox, UnitOfWork } from '@switchyard/platform';
import { Accounts } from '../accounts.port';
import { Payments, type Payment } from '../payments.port';

export interface RecordPaymentCommand {
  readonly accountNo: string;
  /** Whole fen, at least 1. */
  readonly amountFen: number;
  readonly paidAt: Date;
  readonly billMonth?: string;
  readonly source: string;
  readonly reference: string;
}

/** How far the clock of a paying system may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * Records a payment once per source and reference, and tells it to whoever reads amounts out (T2.9).
 * The account need not be registered here: the billing system is the truth for accounts, and a payment
 * that was refused would leave the customer called about a bill that is paid.
 * @throws DomainError `payment.in-future`, `payment.reference-reused`
 */
@Injectable()
export class RecordPaymentUseCase {
  constructor(
    private readonly payments: Payments,
    private readonly accounts: Accounts,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: RecordPaymentCommand, context: RequestContext): Promise<Payment> {
    const now = this.clock.now();
    if (command.paidAt.getTime() > now.getTime() + CLOCK_SKEW_MS) {
      throw new DomainError(
        'payment.in-future',
        'The payment lies in the future; send the time of payment.',
        {
          field: 'paidAt',
          now: now.toISOString(),
        },
      );
    }
    return this.work.inTransaction(async () => {
      const accountKnown = (await this.accounts.find(command.accountNo)) !== undefined;
      const { stored, isNew } = await this.payments.addOnce({
        ...command,
        id: randomUUID(),
        recordedAt: now,
        accountKnown,
      });
      if (isNew) await this.tell(stored, context);
      else refuseIfDifferent(stored, command);
      return stored;
    });
  }

  private tell(payment: Payment, context: RequestContext): Promise<void> {
    const { id, accountNo, amountFen, paidAt, billMonth, source } = payment;
    return this.outbox.append(
      PaymentRecorded,
      { paymentId: id, accountNo, amountFen, paidAt: paidAt.toISOString(), billMonth, source },
      context,
    );
  }
}

function refuseIfDifferent(stored: Payment, command: RecordPaymentCommand): void {
  const differing = [
    stored.accountNo !== command.accountNo && 'accountNo',
    stored.amountFen !== command.amountFen && 'amountFen',
    stored.paidAt.getTime() !== command.paidAt.getTime() && 'paidAt',
    stored.billMonth !== command.billMonth && 'billMonth',
  ].filter((field) => field !== false);
  if (differing.length === 0) return;
  throw new DomainError(
    'payment.reference-reused',
    `Reference ${command.reference} of ${command.source} is recorded with another ${differing.join(', ')}; ` +
      'send a new reference for a new payment.',
    { field: 'reference', paymentId: stored.id, differing },
  );
}
