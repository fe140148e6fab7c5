import type { AcceptedRow } from '../rows/checked-row';

export interface NoticeKey {
  readonly accountNo: string;
  readonly period: string;
}

/** Where accepted rows become contacts. */
export abstract class ContactWriter {
  /** Account and period of every contact of the batch, or of those of some accounts, many at a time. */
  abstract keysOf(batchId: string, accountNos?: readonly string[]): AsyncIterable<readonly NoticeKey[]>;

  /**
   * Writes rows as they come, in the open transaction. Answers how many were written.
   * An error of the rows' source is thrown as it is.
   */
  abstract write(
    batchId: string,
    importId: string,
    rows: AsyncIterable<readonly AcceptedRow[]>,
  ): Promise<number>;

  /** First and last contact that this import wrote. */
  abstract rangeOf(importId: string, batchId: string): Promise<{ first: string; last: string } | undefined>;
}
