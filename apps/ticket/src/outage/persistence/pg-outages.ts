import { Injectable } from '@nestjs/common';
import type { OutageStatus } from '@switchyard/contracts';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  Outages,
  type Outage,
  type OutageChangeName,
  type OutageFilter,
  type OutagesPage,
  type RememberedChange,
} from '../outages.port';
import { OUTAGE_COLUMNS, type OutageRow, toOutage } from './outage-row';

@Injectable()
export class PgOutages extends Outages {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(outage: Outage): Promise<boolean> {
    const added = await this.work.execute(
      `insert into outage (id, reference, kind, area_code, starts_at, expected_restoration_at, cause, cause_en,
         announced_text, announced_text_en, restored_at, cancelled_at, area_codes, range, announced_at,
         short_notice_reason, maintenance_id, announcement, cancel_reason, registered_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
       on conflict (reference) do nothing`,
      [...valuesOf(outage), outage.registeredAt, outage.updatedAt],
    );
    return added > 0;
  }

  async save(outage: Outage): Promise<void> {
    await this.work.query(
      `update outage set reference = $2, kind = $3, area_code = $4, starts_at = $5, expected_restoration_at = $6,
         cause = $7, cause_en = $8, announced_text = $9, announced_text_en = $10, restored_at = $11,
         cancelled_at = $12, area_codes = $13, range = $14, announced_at = $15, short_notice_reason = $16,
         maintenance_id = $17, announcement = $18, cancel_reason = $19, updated_at = $20
       where id = $1`,
      [...valuesOf(outage), outage.updatedAt],
    );
  }

  find(id: string): Promise<Outage | undefined> {
    return this.one('id = $1', id);
  }

  lock(id: string): Promise<Outage | undefined> {
    return this.one('id = $1', id, 'for update');
  }

  findByReference(reference: string): Promise<Outage | undefined> {
    return this.one('reference = $1', reference);
  }

  async remember(outage: Outage, change: OutageChangeName, actor: string, reason?: string): Promise<void> {
    await this.work.query(
      `insert into outage_history (outage_id, at, actor, change, state, reason) values ($1, $2, $3, $4, $5, $6)`,
      [outage.id, outage.updatedAt, actor, change, JSON.stringify(outage), reason],
    );
  }

  async history(id: string): Promise<readonly RememberedChange[]> {
    const rows = await this.work.query<Nullable<RememberedChange>>(
      `select at, actor as by, change, reason, state from outage_history where outage_id = $1 order by id limit 1000`,
      [id],
    );
    return rows.map((row) => withoutNulls<RememberedChange>(row));
  }

  async notOver(areaCode: string, startsBefore: Date): Promise<readonly Outage[]> {
    const rows = await this.work.query<OutageRow>(
      `select ${OUTAGE_COLUMNS} from outage
       where area_codes @> array[$1::text] and starts_at <= $2 and restored_at is null and cancelled_at is null
       order by starts_at, id limit 200`,
      [areaCode, startsBefore],
    );
    return rows.map(toOutage);
  }

  async list(filter: OutageFilter, now: Date, limit: number, cursor?: string): Promise<OutagesPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<OutageRow>(
      `select ${OUTAGE_COLUMNS} from outage
       where ($1::text is null or kind = $1) and ($2::text is null or area_codes @> array[$2::text])
         and ($3::timestamptz is null or starts_at >= $3) and ($4::timestamptz is null or starts_at < $4)
         and ($5::timestamptz is null or (starts_at, id) < ($5, $6::uuid))
         and $7::timestamptz is not null ${filter.status ? `and ${WITH_STATUS[filter.status]}` : ''}
         ${filter.reasonMissing === undefined ? '' : `and ${filter.reasonMissing ? '' : 'not '}(${REASON_MISSING})`}
       order by starts_at desc, id desc limit $8`,
      [
        filter.kind,
        filter.areaCode,
        filter.startsFrom,
        filter.startsBefore,
        after[0],
        after[1],
        now,
        limit + 1,
      ],
    );
    const page = pageOf(rows.map(toOutage), limit, ({ startsAt, id }) => [startsAt.toISOString(), id]);
    return page;
  }

  private async one(where: string, value: string, lock = ''): Promise<Outage | undefined> {
    const [row] = await this.work.query<OutageRow>(
      `select ${OUTAGE_COLUMNS} from outage where ${where} ${lock}`,
      [value],
    );
    return row && toOutage(row);
  }
}

const REASON_MISSING = `kind = 'planned' and coalesce(announcement, 'not-announced') in ('short', 'not-announced')
  and short_notice_reason is null`;

/** $7 is now. */
const WITH_STATUS: Readonly<Record<OutageStatus, string>> = {
  upcoming: 'restored_at is null and cancelled_at is null and starts_at > $7',
  ongoing: 'restored_at is null and cancelled_at is null and starts_at <= $7',
  restored: 'restored_at is not null',
  cancelled: 'cancelled_at is not null',
};

function valuesOf(outage: Outage): unknown[] {
  return [
    outage.id,
    outage.reference,
    outage.kind,
    outage.areaCode,
    outage.startsAt,
    outage.expectedRestorationAt,
    outage.cause,
    outage.causeEn,
    outage.announcedText,
    outage.announcedTextEn,
    outage.restoredAt,
    outage.cancelledAt,
    outage.areaCodes,
    outage.range,
    outage.announcedAt,
    outage.shortNoticeReason,
    outage.maintenanceId,
    outage.announcement,
    outage.cancelReason,
  ];
}
