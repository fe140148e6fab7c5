/** What the billing system says is owed of one month, without penalty. */
export interface Arrears {
  readonly accountNo: string;
  /** YYYY-MM. */
  readonly billMonth: string;
  /** Unpaid at `asOf`; 0 when the month is settled. */
  readonly amountFen: number;
  /** YYYY-MM-DD, the last day without penalty. */
  readonly dueDate: string;
  /** Payments up to and including this instant are subtracted already. */
  readonly asOf: Date;
  readonly payPlace?: string;
  readonly payPlaceEn?: string;
}

export abstract class ArrearsRegister {
  /** Stores what is owed of a month; what was said of the same account and month is replaced. */
  abstract put(arrears: Arrears, now: Date): Promise<void>;
  /** Months of which something was unpaid, the oldest first. */
  abstract ofAccount(accountNo: string): Promise<readonly Arrears[]>;
}
