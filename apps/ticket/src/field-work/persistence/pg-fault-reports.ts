import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import type { WorkOrder } from '../../work-order/work-orders.port';
import { FaultReports } from '../restore-supply/fault-reports.port';

/** $1 number, $2 of its parent or its own, $3 outage. */
const OF_THE_FAULT = `kind = 'fault' and merged_into is null
  and (number = $1 or number = $2 or parent = $2 or outage_id = $3::uuid
    or parent in (select number from work_order where outage_id = $3::uuid))`;

const OUT = `stage in ('received', 'assigned', 'accepted', 'dispatched', 'on-site')`;

@Injectable()
export class PgFaultReports extends FaultReports {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async stillOut(
    { number, parent }: WorkOrder,
    outageId: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await this.work.query<{ number: string }>(
      `select number from work_order where ${OF_THE_FAULT} and ${OUT} and number > $4 order by number limit $5`,
      [number, parent ?? number, outageId, after ?? '', limit],
    );
    return rows.map((row) => row.number);
  }

  async areMany({ number, parent }: WorkOrder, outageId: string | undefined): Promise<boolean> {
    const rows = await this.work.query(`select from work_order where ${OF_THE_FAULT} limit 2`, [
      number,
      parent ?? number,
      outageId,
    ]);
    return rows.length > 1;
  }
}
