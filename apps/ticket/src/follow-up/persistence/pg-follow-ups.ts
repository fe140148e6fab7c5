import { Injectable } from '@nestjs/common';
import type { FollowUpSort } from '@switchyard/contracts';
import type { FollowUpCounts } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { withinScope } from '../../work-order/persistence/within-scope';
import type { FollowUp, FollowUpTry } from '../follow-up';
import { type FiguresQuestion, type FollowUpFilter, FollowUps, type FollowUpsPage } from '../follow-ups.port';
import { figuresStatement, type FiguresRow, toFigures } from './follow-up-figures';
import { FOLLOW_UP_COLUMNS, INSERT_FOLLOW_UP, UPDATE_FOLLOW_UP, valuesOf } from './follow-up-row';

@Injectable()
export class PgFollowUps extends FollowUps {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(item: FollowUp, by: string, at: Date): Promise<boolean> {
    return (await this.work.execute(INSERT_FOLLOW_UP, [...valuesOf(item), at, by])) > 0;
  }

  async save(item: FollowUp, by: string, at: Date): Promise<void> {
    await this.work.execute(UPDATE_FOLLOW_UP, [...valuesOf(item), at, by]);
  }

  async addTry(one: FollowUpTry, at: Date): Promise<void> {
    await this.work.execute(
      `insert into follow_up_try (item_id, ordinal, contact_id, at, by_id, channel, outcome, outside_hours,
         call_reference, opinion, satisfaction, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        one.itemId,
        one.ordinal,
        one.contactId,
        one.at,
        one.byId,
        one.channel,
        one.outcome,
        one.outsideHours,
        one.callReference,
        one.opinion,
        one.satisfaction,
        at,
      ],
    );
  }

  async find(id: string): Promise<FollowUp | undefined> {
    const [item] = await this.select('where id = $1', [id]);
    return item;
  }

  provisional(after: string | undefined, limit: number): Promise<readonly FollowUp[]> {
    return this.select(
      `where provisional and ended_at is null and ($1::uuid is null or id > $1) order by id limit $2`,
      [after, limit],
    );
  }

  lock(ids: readonly string[]): Promise<readonly FollowUp[]> {
    return this.select('where id = any($1::uuid[]) order by id for update', [ids]);
  }

  lockToDo(workOrderNumber: string): Promise<readonly FollowUp[]> {
    return this.select('where work_order_number = $1 and ended_at is null order by id for update', [
      workOrderNumber,
    ]);
  }

  async triesOf(id: string): Promise<readonly FollowUpTry[]> {
    const rows = await this.work.query<Nullable<FollowUpTry>>(
      `select item_id as "itemId", ordinal, contact_id as "contactId", at, by_id as "byId", channel, outcome,
         outside_hours as "outsideHours", call_reference as "callReference", opinion, satisfaction
       from follow_up_try where item_id = $1 order by ordinal`,
      [id],
    );
    return rows.map((row) => withoutNulls<FollowUpTry>(row));
  }

  async list(
    filter: FollowUpFilter,
    sort: FollowUpSort,
    limit: number,
    cursor?: string,
  ): Promise<FollowUpsPage> {
    const { column, field, descending } = SORTS[sort];
    const values: unknown[] = [];
    const where: string[] = [];
    const want = (condition: (place: string) => string, value: unknown): void => {
      if (value === undefined) return;
      where.push(condition(`$${values.push(value)}`));
    };
    for (const [name, named] of EQUAL) want((place) => `${named} = ${place}`, filter[name]);
    want((place) => `arises_at >= ${place}`, filter.arisesFrom);
    want((place) => `arises_at < ${place}`, filter.arisesBefore);
    want((place) => `due_at < ${place}`, filter.dueBefore);
    want((place) => `ended_at is null and due_at <= ${place}`, filter.overdueAt);
    want((place) => withinScope('follow_up_item.work_order_number', place), filter.within);
    if (cursor !== undefined) {
      const sameSort = new RegExp(`^${sort}$`);
      const [, at, id] = decodeCursor(cursor, sameSort, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
      const after = `($${values.push(at)}::timestamptz, $${values.push(id)}::uuid)`;
      where.push(`(${column}, id) ${descending ? '<' : '>'} ${after}`);
    }
    const direction = descending ? 'desc' : 'asc';
    const items = await this.select(
      `${where.length > 0 ? `where ${where.join(' and ')}` : ''}
       order by ${column} ${direction}, id ${direction} limit ${limit + 1}`,
      values,
    );
    return pageOf(items, limit, (item) => [sort, item[field].toISOString(), item.id]);
  }

  async figures(question: FiguresQuestion): Promise<{
    readonly rows: ReadonlyMap<string, FollowUpCounts>;
    readonly total: FollowUpCounts;
  }> {
    const { from, before, kind, areaCode, now } = question;
    const rows = await this.work.query<FiguresRow>(figuresStatement(question.by), [
      from,
      before,
      kind,
      areaCode,
      now,
    ]);
    return toFigures(rows);
  }

  private async select(tail: string, values: readonly unknown[]): Promise<FollowUp[]> {
    const rows = await this.work.query<Nullable<FollowUp>>(
      `select ${FOLLOW_UP_COLUMNS} from follow_up_item ${tail}`,
      [...values],
    );
    return rows.map((row) => withoutNulls<FollowUp>(row));
  }
}

const EQUAL = [
  ['status', 'status'],
  ['kind', 'kind'],
  ['purpose', 'purpose'],
  ['assigneeId', 'assignee_id'],
  ['workOrderNumber', 'work_order_number'],
  ['faultKey', 'fault_key'],
  ['areaCode', 'area_code'],
] as const satisfies readonly (readonly [keyof FollowUpFilter, string])[];

interface Sorting {
  readonly column: string;
  readonly field: 'dueAt' | 'arisesAt' | 'callFrom';
  readonly descending: boolean;
}

const SORTS: Readonly<Record<FollowUpSort, Sorting>> = {
  dueAt: { column: 'due_at', field: 'dueAt', descending: false },
  '-dueAt': { column: 'due_at', field: 'dueAt', descending: true },
  arisesAt: { column: 'arises_at', field: 'arisesAt', descending: false },
  '-arisesAt': { column: 'arises_at', field: 'arisesAt', descending: true },
  callFrom: { column: 'call_from', field: 'callFrom', descending: false },
};
