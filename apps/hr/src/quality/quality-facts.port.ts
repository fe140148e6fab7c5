/** What quality control found of a person in a month; the calls of the month count, whenever they were judged. */
export interface QualityMonth {
  readonly staffNumber: string;
  /** Calls of the month that were judged: the monitored calls of §12 formula 8. */
  readonly evaluations: number;
  /** Mean of the scores in force, 0 to 100, to a hundredth; absent without evaluations. */
  readonly meanScore?: number;
  /** Of the monitored, those whose business accuracy is 0 or that failed by a critical item (§12 formula 8). */
  readonly criticalErrors: number;
  /** Mean of accuracy × professional score (§12 formula 7), per cent, to a hundredth. */
  readonly transactionQuality?: number;
  /** Faults that came again as often as the policy allows no more (§14: repeated fault → performance), and stand. */
  readonly repeatedFaults: number;
}

/** What quality control tells the other features of the service. */
export abstract class QualityFacts {
  /**
   * One row for each of these staff numbers, in their order, also where nothing was judged.
   * @param month YYYY-MM in China
   */
  abstract ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly QualityMonth[]>;
}
