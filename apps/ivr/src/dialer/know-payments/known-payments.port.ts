export interface RecordedPayment {
  readonly id: string;
  readonly accountNo: string;
  readonly amountFen: number;
  readonly billMonth: string | null;
  readonly paidAt: Date;
}

/** What ivr knows of payments: the truth at dial time (T2.9). */
export abstract class KnownPayments {
  abstract add(payment: RecordedPayment): Promise<void>;

  /** Whether a payment is known, or has arrived and cannot be used: such a one must not hold up all others (T3.4). */
  abstract hasArrived(paymentId: string): Promise<boolean>;
}
