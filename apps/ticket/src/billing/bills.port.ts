export interface BillFacts {
  readonly accountNo: string;
  /** YYYY-MM. */
  readonly billMonth: string;
  /** YYYY-MM-DD. */
  readonly readingDate: string;
  readonly registerValue: number;
  readonly energyKwh: number;
  readonly amountFen: number;
  /** Above 0 owed, below 0 credit. */
  readonly previousBalanceFen: number;
  readonly payableFen: number;
  readonly dueDate?: string;
}

export interface Bill extends BillFacts {
  /** Payments recorded here that name the bill's month, or name none and were made after the day of reading. */
  readonly paidFen: number;
  readonly updatedAt: Date;
}

export interface BillFilter {
  readonly accountNo?: string;
  readonly billMonth?: string;
}

export interface BillsPage {
  readonly items: readonly Bill[];
  readonly nextCursor?: string;
}

export abstract class Bills {
  /** Stores a bill; one of the same account and month is replaced. */
  abstract put(bill: BillFacts, now: Date): Promise<Bill>;
  abstract latestOf(accountNo: string): Promise<Bill | undefined>;
  /** The latest month first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: BillFilter, limit: number, cursor?: string): Promise<BillsPage>;
}
