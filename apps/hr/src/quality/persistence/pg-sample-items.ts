import { Injectable } from '@nestjs/common';
import type { AssignableCall, InspectorLoad } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { type ItemFilter, type SampleItem, SampleItems } from '../sampling/sample-items.port';
import type { Page } from '../scorecard/scorecards.port';
import { ITEM, ITEMS } from './sample-rows';

const DAY = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgSampleItems extends SampleItems {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async list(filter: ItemFilter, now: Date, limit: number, cursor?: string): Promise<Page<SampleItem>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.integer);
    const rows = await this.work.query<Nullable<SampleItem>>(
      `select ${ITEM} from ${ITEMS}
       where ($1::date is null or i.day >= $1) and ($2::date is null or i.day <= $2)
         and ($3::text is null or i.staff_number = $3) and ($4::text is null or i.group_code = $4)
         and ($5::text[] is null or i.group_code = any ($5)) and ($6::text is null or i.inspector = $6)
         and ($7::text is null or i.state = $7) and ($8::text is null or i.reason = $8)
         and ($9::boolean is null or (i.inspector is not null) = $9)
         and ($10::boolean is null or (i.state = 'open' and i.due_at < $11) = $10)
         and ($12::date is null or (-(i.day - date '2000-01-01'), i.place) > (-($12 - date '2000-01-01'), $13::integer))
       order by i.day desc, i.place limit $14`,
      [
        filter.from,
        filter.to,
        filter.staffNumber,
        filter.groupCode,
        filter.groups,
        filter.inspector,
        filter.state,
        filter.reason,
        filter.assigned,
        filter.overdue,
        now,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    return pageOf(rows.map(toItem), limit, ({ day, place }) => [day, String(place)]);
  }

  find(id: string): Promise<SampleItem | undefined> {
    return this.one(id, '');
  }

  lock(id: string): Promise<SampleItem | undefined> {
    return this.one(id, 'for update of i');
  }

  async lockAssignment(): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtextextended('quality-assignment', 0))`);
  }

  unassigned(inspectors: readonly string[]): Promise<readonly AssignableCall[]> {
    return this.work.query<AssignableCall>(
      `select id, staff_number as "staffNumber" from quality_item where state = 'open'
         and (inspector is null or inspector <> all ($1)) order by day, place limit 5000`,
      [inspectors],
    );
  }

  loads(inspectors: readonly string[]): Promise<readonly InspectorLoad[]> {
    return this.work.query<InspectorLoad>(
      `select inspector as "staffNumber", (select count(*)::integer from quality_item i
         where i.inspector = n.inspector and i.state = 'open') as open from unnest($1::text[]) as n (inspector)`,
      [inspectors],
    );
  }

  async assign(inspectorOf: ReadonlyMap<string, string>, at: Date): Promise<void> {
    await this.work.execute(
      `update quality_item i set inspector = a.inspector, assigned_at = $3
       from unnest($1::uuid[], $2::text[]) as a (id, inspector) where i.id = a.id and i.state = 'open'`,
      [[...inspectorOf.keys()], [...inspectorOf.values()], at],
    );
  }

  async close(id: string, state: 'evaluated' | 'gone', at: Date, reason?: string): Promise<void> {
    await this.work.execute(
      `update quality_item set state = $2, closed_at = $3, gone_reason = $4 where id = $1 and state = 'open'`,
      [id, state, at, reason],
    );
  }

  private async one(id: string, lock: string): Promise<SampleItem | undefined> {
    const [row] = await this.work.query<Nullable<SampleItem>>(
      `select ${ITEM} from ${ITEMS} where i.id = $1 ${lock}`,
      [id],
    );
    return row && toItem(row);
  }
}

const toItem = (row: Nullable<SampleItem>): SampleItem => withoutNulls(row);
