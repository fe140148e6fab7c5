import { CURSOR_PARTS, decodeCursor, pageOf, type UnitOfWork } from '@switchyard/platform';
import type { ClockFilter, ClocksPage, StoredClock } from '../stored-clocks.port';
import { Conditions } from './clock-conditions';
import { ALARMS, CLOCK_COLUMNS, type ClockRow, toStoredClock } from './clock-row';

/** A clock that stands still has no due date: it comes last, or first backwards. */
const DUE = `coalesce(due_at, 'infinity')`;
const DUE_OR_NONE = new RegExp(`^infinity$|${CURSOR_PARTS.instant.source}`);
const OPEN = `state in ('running', 'paused')`;

export async function listClocks(
  work: UnitOfWork,
  filter: ClockFilter,
  limit: number,
  cursor?: string,
): Promise<ClocksPage> {
  const { state = 'open', sort = 'due' } = filter;
  const [order, behind] = sort === 'due' ? ['asc', '>'] : ['desc', '<'];
  const conditions = conditionsOf(filter);
  if (state === 'open') conditions.always(OPEN);
  else if (state !== 'all') conditions.where((value) => `state = ${value}`, state);
  if (cursor !== undefined) {
    const [due, id] = decodeCursor(cursor, DUE_OR_NONE, CURSOR_PARTS.uuid);
    const key = `(${conditions.parameter(due)}::timestamptz, ${conditions.parameter(id)}::uuid)`;
    conditions.always(`(${DUE}, clock.id) ${behind} ${key}`);
  }
  const rows = await work.query<ClockRow>(
    `select ${CLOCK_COLUMNS}, ${ALARMS} from service_clock clock ${conditions.sql}
     order by ${DUE} ${order}, clock.id ${order} limit ${conditions.parameter(limit + 1)}`,
    conditions.values,
  );
  return pageOf(rows.map(toStoredClock), limit, keyOf);
}

function conditionsOf(filter: ClockFilter): Conditions {
  const { subject, owner, stage, limitId, kind, areaCode, dueFrom, dueBefore, provisional, levelFrom } =
    filter;
  const conditions = new Conditions()
    .where((value) => `subject = ${value}`, subject)
    .where((value) => `owner = ${value}`, owner)
    .where((value) => `stage = ${value}`, stage)
    .where((value) => `limit_id = ${value}`, limitId)
    .where((value) => `kind = ${value}`, kind)
    .where((value) => `area_code = ${value}`, areaCode)
    .where((value) => `due_at >= ${value}`, dueFrom)
    .where((value) => `due_at < ${value}`, dueBefore)
    .where((value) => `provisional = ${value}`, provisional)
    .where((value) => `clock.level >= ${value}`, levelFrom)
    .where((value) => `(breached_at is not null) = ${value}`, filter.breached);
  return within(conditions, filter.within);
}

/** Only what the asking person may see: by department or area. */
export function within(conditions: Conditions, scope: readonly string[] | undefined): Conditions {
  return conditions.where(
    (value) => `(owner = any(${value}) or area_code = any(${value}))`,
    scope && [...scope],
  );
}

function keyOf({ dueAt, id }: StoredClock): readonly string[] {
  return [dueAt?.toISOString() ?? 'infinity', id];
}
