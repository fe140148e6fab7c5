import type { RequestContext } from '@switchyard/contracts';
import type { ArrearsRow } from './registers/arrears';
import type { BillRow } from './registers/bills';
import type { CustomerRow } from './registers/customers';
import type { OutageRow } from './registers/outages';

type Rows<Row> = AsyncIterable<readonly Row[]>;

/** Writes rows of a register as they come, in the open transaction, by sets; tells what changed. */
export abstract class RegisterWriters {
  abstract customers(rows: Rows<CustomerRow>, now: Date, context: RequestContext): Promise<void>;
  abstract bills(rows: Rows<BillRow>, now: Date): Promise<void>;
  abstract arrears(rows: Rows<ArrearsRow>, now: Date): Promise<void>;
  abstract outages(rows: Rows<OutageRow>, now: Date, context: RequestContext): Promise<void>;
}
