import { Injectable } from '@nestjs/common';
import type { AnnualUse } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { AnnualAccounts, type ByYear } from '../balance/annual-accounts.port';

interface OfYear {
  readonly staffNumber: string;
  readonly year: number;
}

@Injectable()
export class PgAnnualAccounts extends AnnualAccounts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async use(staffNumbers: readonly string[]): Promise<ByYear<AnnualUse>> {
    const rows = await this.work.query<AnnualUse & OfYear>(
      `select staff_number as "staffNumber", extract(year from date)::integer as year,
         (count(*) filter (where state = 'approved'))::integer as taken,
         (count(*) filter (where state = 'reserved'))::integer as reserved
       from leave_day where kind = 'annual' and counts and state <> 'ended' and staff_number = any ($1) group by 1, 2`,
      [staffNumbers],
    );
    return grouped(rows, ({ taken, reserved }) => ({ taken, reserved }));
  }

  async entitlements(staffNumbers: readonly string[]): Promise<ByYear<number>> {
    const rows = await this.work.query<OfYear & { days: number }>(
      `select distinct on (staff_number, year) staff_number as "staffNumber", year, days::float8 as days
       from annual_entitlement where staff_number = any ($1) order by staff_number, year, id desc`,
      [staffNumbers],
    );
    return grouped(rows, ({ days }) => days);
  }

  async setEntitlement(
    { staffNumber, year, days, reason }: Parameters<AnnualAccounts['setEntitlement']>[0],
    at: Date,
    by: string,
  ): Promise<void> {
    await this.work.execute(
      'insert into annual_entitlement (staff_number, year, days, reason, set_at, set_by) values ($1, $2, $3, $4, $5, $6)',
      [staffNumber, year, days, reason, at, by],
    );
  }
}

function grouped<Row extends OfYear, T>(rows: readonly Row[], valueOf: (row: Row) => T): ByYear<T> {
  const people = new Map<string, Map<number, T>>();
  for (const row of rows) {
    const own = people.get(row.staffNumber) ?? new Map<number, T>();
    people.set(row.staffNumber, own.set(row.year, valueOf(row)));
  }
  return people;
}
