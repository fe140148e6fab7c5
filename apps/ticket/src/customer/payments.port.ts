export interface Payment {
  readonly id: string;
  readonly accountNo: string;
  readonly amountFen: number;
  readonly paidAt: Date;
  /** YYYY-MM, when the source says which bill was paid. */
  readonly billMonth?: string;
  readonly source: string;
  /** Unique within the source. */
  readonly reference: string;
  readonly recordedAt: Date;
  /** Whether the account was registered when the payment was recorded. */
  readonly accountKnown: boolean;
}

export interface PaymentsPage {
  readonly items: readonly Payment[];
  readonly nextCursor?: string;
}

export abstract class Payments {
  /** Stores the payment unless its source's reference is taken; answers the one that is stored. */
  abstract addOnce(payment: Payment): Promise<{ readonly stored: Payment; readonly isNew: boolean }>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract ofAccount(accountNo: string, limit: number, cursor?: string): Promise<PaymentsPage>;
  /** Payments of an account made after an instant, the earliest first. */
  abstract since(accountNo: string, after: Date): Promise<readonly Payment[]>;
  /** The id of the payment that was recorded last, of those recorded until an instant. */
  abstract newest(recordedUntil: Date): Promise<string | undefined>;
}
