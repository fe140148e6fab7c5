import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { Outbox, UnitOfWork } from '@switchyard/platform';
import { ChangeOutage } from '../../outage/change-outage';
import { RegisterWriters } from '../register-writers.port';
import type { ArrearsRow } from '../registers/arrears';
import type { BillRow } from '../registers/bills';
import type { CustomerRow } from '../registers/customers';
import type { OutageRow } from '../registers/outages';
import { writeArrears, writeBills } from './write-billing';
import { writeCustomers } from './write-customers';
import { writeOutages } from './write-outages';

type Rows<Row> = AsyncIterable<readonly Row[]>;

@Injectable()
export class PgRegisterWriters extends RegisterWriters {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly changeOutage: ChangeOutage,
  ) {
    super();
  }

  customers(rows: Rows<CustomerRow>, now: Date, context: RequestContext): Promise<void> {
    return writeCustomers(this.work, this.outbox, rows, now, context);
  }

  bills(rows: Rows<BillRow>, now: Date): Promise<void> {
    return writeBills(this.work, rows, now);
  }

  arrears(rows: Rows<ArrearsRow>, now: Date): Promise<void> {
    return writeArrears(this.work, rows, now);
  }

  outages(rows: Rows<OutageRow>, now: Date, context: RequestContext): Promise<void> {
    return writeOutages(this.work, this.changeOutage, rows, now, context);
  }
}
