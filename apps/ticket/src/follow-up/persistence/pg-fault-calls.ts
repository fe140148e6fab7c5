import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { FaultCalls, type ReportedCall } from '../arise/fault-calls.port';

@Injectable()
export class PgFaultCalls extends FaultCalls {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async of(faultKey: string): Promise<readonly ReportedCall[]> {
    const rows = await this.work.query<Nullable<ReportedCall>>(
      `select number as id, coalesce(w.area_code, a.area_code) as "subArea",
         w.phone is not null or coalesce(cardinality(a.phones), 0) > 0 as reachable,
         exists (select from work_order_event e where e.work_order_number = w.number and e.type = 'restored') as restored
       from work_order w left join account a using (account_no)
       where ${whereOf(faultKey)} order by number`,
      [keyOf(faultKey)],
    );
    return rows.map((row) => withoutNulls<ReportedCall>(row));
  }

  async count(faultKey: string): Promise<number> {
    const [row] = await this.work.query<{ count: number }>(
      `select count(*)::int as count from work_order w where ${whereOf(faultKey)}`,
      [keyOf(faultKey)],
    );
    return row?.count ?? 0;
  }
}

const keyOf = (faultKey: string): string => faultKey.slice(faultKey.indexOf(':') + 1);

const whereOf = (faultKey: string): string =>
  `w.kind = 'fault' and merged_into is null and ${faultKey.startsWith('outage:') ? OF_OUTAGE : OF_PARENT}`;

const OF_OUTAGE = `(outage_id = $1::uuid or parent in (select number from work_order where outage_id = $1::uuid))`;
const OF_PARENT = `(number = $1 or parent = $1)`;
