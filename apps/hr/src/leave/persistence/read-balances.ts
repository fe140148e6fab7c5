import type { AnnualUse } from '@switchyard/domain';
import type { UnitOfWork } from '@switchyard/platform';

type ByYear<T> = ReadonlyMap<string, ReadonlyMap<number, T>>;

interface UseRow extends AnnualUse {
  readonly staffNumber: string;
  readonly year: number;
}

/** Half days of annual leave by person and year: approved, and asked for. */
export async function annualUse(
  work: UnitOfWork,
  staffNumbers: readonly string[],
): Promise<ByYear<AnnualUse>> {
  const rows = await work.query<UseRow>(
    `select staff_number as "staffNumber", extract(year from date)::integer as year,
       (count(*) filter (where state = 'approved'))::integer as taken,
       (count(*) filter (where state = 'reserved'))::integer as reserved
     from leave_day where kind = 'annual' and counts and state <> 'ended' and staff_number = any ($1) group by 1, 2`,
    [staffNumbers],
  );
  return grouped(rows, ({ taken, reserved }) => ({ taken, reserved }));
}

/** Days that HR set, the newest setting of each year. */
export async function entitlements(
  work: UnitOfWork,
  staffNumbers: readonly string[],
): Promise<ByYear<number>> {
  const rows = await work.query<{ staffNumber: string; year: number; days: number }>(
    `select distinct on (staff_number, year) staff_number as "staffNumber", year, days::float8 as days
     from annual_entitlement where staff_number = any ($1) order by staff_number, year, id desc`,
    [staffNumbers],
  );
  return grouped(rows, ({ days }) => days);
}

function grouped<Row extends { readonly staffNumber: string; readonly year: number }, T>(
  rows: readonly Row[],
  valueOf: (row: Row) => T,
): Map<string, Map<number, T>> {
  const people = new Map<string, Map<number, T>>();
  for (const row of rows) {
    const own = people.get(row.staffNumber) ?? new Map<number, T>();
    people.set(row.staffNumber, own.set(row.year, valueOf(row)));
  }
  return people;
}
