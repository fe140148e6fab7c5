import { CURSOR_PARTS, decodeCursor, pageOf, type UnitOfWork } from '@switchyard/platform';
import type { Escalation, EscalationFilter, EscalationsPage } from '../stored-clocks.port';
import { Conditions } from './clock-conditions';
import { ALARMS, CLOCK_COLUMNS, type ClockRow, toStoredClock } from './clock-row';
import { within } from './list-clocks';

type EscalationRow = ClockRow & { readonly firedLevel: number; readonly firedAt: Date };

export async function listEscalations(
  work: UnitOfWork,
  filter: EscalationFilter,
  limit: number,
  cursor?: string,
): Promise<EscalationsPage> {
  const { acknowledged, owner, firedFrom, firedBefore } = filter;
  const conditions = new Conditions()
    .always('fired.fired_at is not null')
    .where((value) => `(fired.acknowledged_at is not null) = ${value}`, acknowledged)
    .where((value) => `owner = ${value}`, owner)
    .where((value) => `fired.fired_at >= ${value}`, firedFrom)
    .where((value) => `fired.fired_at < ${value}`, firedBefore);
  within(conditions, filter.within);
  if (cursor !== undefined) {
    const { instant, uuid, integer } = CURSOR_PARTS;
    const [at, id, level] = decodeCursor(cursor, instant, uuid, integer).map((part) =>
      conditions.parameter(part),
    );
    conditions.always(
      `(fired.fired_at, fired.clock_id, fired.level) < (${at}::timestamptz, ${id}::uuid, ${level}::smallint)`,
    );
  }
  const rows = await work.query<EscalationRow>(
    `select ${CLOCK_COLUMNS}, ${ALARMS}, fired.level as "firedLevel", fired.fired_at as "firedAt"
     from service_clock_alarm fired join service_clock clock on clock.id = fired.clock_id ${conditions.sql}
     order by fired.fired_at desc, fired.clock_id desc, fired.level desc limit ${conditions.parameter(limit + 1)}`,
    conditions.values,
  );
  const { items, nextCursor } = pageOf(rows, limit, ({ firedAt, id, firedLevel }) => [
    firedAt.toISOString(),
    id as string,
    String(firedLevel),
  ]);
  return { items: items.map(toEscalation), ...(nextCursor !== undefined && { nextCursor }) };
}

function toEscalation({ firedLevel, firedAt: _, ...row }: EscalationRow): Escalation {
  const clock = toStoredClock(row);
  const alarm = clock.alarms.find(({ level }) => level === firedLevel);
  if (!alarm) throw new Error(`clock ${clock.id} has no level ${firedLevel}`);
  return { clock, alarm };
}
