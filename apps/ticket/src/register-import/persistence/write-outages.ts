import type { RequestContext } from '@switchyard/contracts';
import type { UnitOfWork } from '@switchyard/platform';
import type { ChangeOutage } from '../../outage/change-outage';
import type { OutageChangeName } from '../../outage/outages.port';
import { OUTAGE_COLUMNS, type OutageRow as StoredRow, toOutage } from '../../outage/persistence/outage-row';
import type { OutageRow } from '../registers/outages';
import { copyRows, type Incoming } from './copy-rows';

const INCOMING: Incoming<OutageRow> = {
  table: 'incoming_outage',
  columns: [
    'reference text primary key',
    'kind text',
    'area_code text',
    'starts_at timestamptz',
    'expected_restoration_at timestamptz',
    'cause text',
    'cause_en text',
    'announced_text text',
    'announced_text_en text',
    'restored_at timestamptz',
  ],
  valuesOf: (row) => [
    row.reference,
    row.kind,
    row.areaCode,
    row.startsAt,
    row.expectedRestorationAt,
    row.cause,
    row.causeEn,
    row.announcedText,
    row.announcedTextEn,
    row.restoredAt,
  ],
};

/**
 * New outages are added; those that the centre has not called off become what the table says. One that is restored
 * stays so: a table drawn before its restoration does not make it dark again.
 */
const MERGE = `insert into outage as o (id, reference, kind, area_code, starts_at, expected_restoration_at, cause, cause_en,
    announced_text, announced_text_en, restored_at, registered_at, updated_at)
  select gen_random_uuid(), i.*, $1::timestamptz, $1::timestamptz from pg_temp.incoming_outage i order by reference
  on conflict (reference) do update set kind = excluded.kind, area_code = excluded.area_code,
    starts_at = excluded.starts_at, expected_restoration_at = excluded.expected_restoration_at, cause = excluded.cause,
    cause_en = excluded.cause_en, announced_text = excluded.announced_text,
    announced_text_en = excluded.announced_text_en, restored_at = excluded.restored_at, updated_at = excluded.updated_at
  where o.cancelled_at is null and o.restored_at is null
    and (o.kind, o.area_code, o.starts_at, o.expected_restoration_at, o.cause, o.cause_en, o.announced_text,
        o.announced_text_en, o.restored_at)
      is distinct from (excluded.kind, excluded.area_code, excluded.starts_at, excluded.expected_restoration_at,
        excluded.cause, excluded.cause_en, excluded.announced_text, excluded.announced_text_en, excluded.restored_at)
  returning (xmax = 0) as added, ${OUTAGE_COLUMNS}`;

/** Writes outages by one statement; each that is new or changed is remembered and told. */
export async function writeOutages(
  work: UnitOfWork,
  change: ChangeOutage,
  rows: AsyncIterable<readonly OutageRow[]>,
  now: Date,
  context: RequestContext,
): Promise<void> {
  await copyRows(work, INCOMING, rows);
  const merged = await work.query<StoredRow & { added: boolean }>(MERGE, [now]);
  for (const { added, ...row } of merged) {
    const outage = toOutage(row);
    const changes: OutageChangeName[] = added ? ['registered'] : outage.restoredAt ? [] : ['changed'];
    if (outage.restoredAt) changes.push('restored');
    for (const name of changes) await change.tell(outage, name, context);
  }
}
