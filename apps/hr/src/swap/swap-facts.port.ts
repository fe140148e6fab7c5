export interface SwapMonthFacts {
  readonly staffNumber: string;
  /** Approved, by the month of the first shift given away; a pair is one. */
  readonly swaps: number;
  /** Shifts owed beyond their day at the end of the month, or today. */
  readonly overdueRepayments: number;
}

/** Swaps in the monthly review (L348). */
export abstract class SwapFacts {
  /** Who swapped nothing and owes nothing is left out. @param month 'YYYY-MM' */
  abstract ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly SwapMonthFacts[]>;
}
