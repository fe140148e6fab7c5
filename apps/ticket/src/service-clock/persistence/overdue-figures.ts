import type { OverdueFigures, OverdueGroup } from '@switchyard/contracts';
import { type Nullable, type UnitOfWork, withoutNulls } from '@switchyard/platform';
import type { OverdueQuery } from '../stored-clocks.port';
import { Conditions } from './clock-conditions';
import { within } from './list-clocks';

const COLUMN: Readonly<Record<OverdueGroup, string>> = {
  owner: 'owner',
  limit: 'limit_id',
  kind: 'kind',
  area: 'area_code',
};
const SOON_MS = 86_400_000;
const OPEN = `state in ('running', 'paused')`;

type Counts = Omit<OverdueFigures, 'onTimeShare'>;

/** One scan of the clocks that started in the time asked for. */
export async function overdueFigures(
  work: UnitOfWork,
  query: OverdueQuery,
  now: Date,
): Promise<readonly Counts[]> {
  const conditions = new Conditions()
    .where((value) => `started_at >= ${value}`, query.from)
    .where((value) => `started_at < ${value}`, query.to)
    .where((value) => `owner = ${value}`, query.owner)
    .where((value) => `limit_id = ${value}`, query.limitId);
  within(conditions, query.within);
  const at = `${conditions.parameter(now)}::timestamptz`;
  const soon = `${conditions.parameter(new Date(now.getTime() + SOON_MS))}::timestamptz`;
  const late = `(breached_at is not null or breaches_at < ${at})`;
  const count = (filter: string, name: string) => `(count(*) filter (where ${filter}))::integer as "${name}"`;
  const rows = await work.query<Nullable<Counts>>(
    `select ${COLUMN[query.by]} as "group", count(*)::integer as started,
       ${count(`${OPEN} and not coalesce(${late}, false)`, 'open')},
       ${count(`${OPEN} and not coalesce(${late}, false) and due_at < ${soon}`, 'dueSoon')},
       ${count(`${OPEN} and ${late}`, 'overdue')},
       ${count(`state = 'met' and breached_at is null`, 'metInTime')},
       ${count(`state = 'met' and breached_at is not null`, 'metLate')},
       ${count(`state = 'ended'`, 'ended')}
     from service_clock ${conditions.sql} group by 1 order by 1 nulls last`,
    conditions.values,
  );
  return rows.map(withoutNulls<Counts>);
}
