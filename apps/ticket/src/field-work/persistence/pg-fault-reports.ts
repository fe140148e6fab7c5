import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import type { WorkOrder } from '../../work-order/work-orders.port';
import { FaultReports } from '../restore-supply/fault-reports.port';

@Injectable()
export class PgFaultReports extends FaultReports {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async of({ number, parent }: WorkOrder, outageId: string | undefined): Promise<readonly string[]> {
    const rows = await this.work.query<{ number: string }>(
      `select number from work_order
       where kind = 'fault' and merged_into is null
         and (number = $1 or number = $2 or parent = $2 or outage_id = $3::uuid
           or parent in (select number from work_order where outage_id = $3::uuid))
       order by number`,
      [number, parent ?? number, outageId],
    );
    return rows.map((row) => row.number);
  }
}
