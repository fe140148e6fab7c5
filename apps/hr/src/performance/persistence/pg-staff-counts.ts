import { Injectable } from '@nestjs/common';
import type { HandChange, InHandMonth, LocalDate } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import {
  type CasesAsked,
  type DayCounts,
  type JudgedCounts,
  type JudgedWork,
  StaffCounts,
  type SummedCounts,
  type TakenDay,
  type TakenKind,
} from '../facts/staff-counts.port';

@Injectable()
export class PgStaffCounts extends StaffCounts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async putDay(day: LocalDate, kind: TakenKind, rows: readonly DayCounts[]): Promise<void> {
    await this.work.execute('delete from performance_day where day = $1 and kind = $2', [day, kind]);
    await this.work.execute(
      `insert into performance_day (day, kind, staff_number, counts)
       select $1, $2, r."staffNumber", r.counts from jsonb_to_recordset($3::jsonb) as r("staffNumber" text, counts jsonb)`,
      [day, kind, JSON.stringify(rows)],
    );
  }

  async markTaken(day: LocalDate, kind: TakenKind, at: Date, settled: boolean): Promise<void> {
    await this.work.execute(
      `insert into performance_day_taken (day, kind, taken_at, settled) values ($1, $2, $3, $4)
       on conflict (day, kind) do update set taken_at = $3, settled = $4, problem = null`,
      [day, kind, at, settled],
    );
  }

  /** A day that was taken before stays as it is known. */
  async markProblem(day: LocalDate, kind: TakenKind, at: Date, problem: string): Promise<void> {
    await this.work.execute(
      `update performance_day_taken set problem = $3 where day = $1 and kind = $2 and taken_at <= $4`,
      [day, kind, problem.slice(0, 1000), at],
    );
  }

  taken(from: LocalDate, to: LocalDate): Promise<readonly TakenDay[]> {
    return this.work.query<TakenDay>(
      'select day::text, kind, taken_at as "takenAt", settled from performance_day_taken where day between $1 and $2',
      [from, to],
    );
  }

  sumsOf(staffNumbers: readonly string[], from: LocalDate, to: LocalDate): Promise<readonly SummedCounts[]> {
    return this.work.query<SummedCounts>(
      `select staff_number as "staffNumber", kind, jsonb_object_agg(name, total) as counts from (
         select d.staff_number, d.kind, c.key as name, sum(c.value::float8) as total
         from performance_day d cross join jsonb_each_text(d.counts) as c
         where d.staff_number = any ($1::text[]) and d.day between $2 and $3 group by 1, 2, 3) as s
       group by 1, 2`,
      [staffNumbers, from, to],
    );
  }

  async putJudged(works: readonly JudgedWork[]): Promise<void> {
    await this.work.execute(
      `insert into performance_judged (item_id, account_id, subject, work, day, whole_right, fields, fields_right)
       select r."itemId", r."accountId", r.subject, r.work, r.day, r."wholeRight", r.fields, r."fieldsRight"
       from jsonb_to_recordset($1::jsonb) as r("itemId" uuid, "accountId" text, subject text, work text, day date,
         "wholeRight" boolean, fields integer, "fieldsRight" integer)
       on conflict (item_id) do update set whole_right = excluded.whole_right, fields = excluded.fields,
         fields_right = excluded.fields_right`,
      [JSON.stringify(works)],
    );
  }

  async judgedOf(
    accountIds: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<ReadonlyMap<string, JudgedCounts>> {
    const rows = await this.work.query<{ accountId: string } & JudgedCounts>(
      `select account_id as "accountId",
         count(*) filter (where subject = 'work-orders')::int as orders,
         count(*) filter (where subject = 'work-orders' and whole_right)::int as "ordersRight",
         coalesce(sum(fields) filter (where subject = 'enquiries'), 0)::int as fields,
         coalesce(sum(fields_right) filter (where subject = 'enquiries'), 0)::int as "fieldsRight",
         count(*)::int as judged,
         coalesce(array_agg(work order by work) filter (where not whole_right), '{}') as wrong
       from performance_judged where account_id = any ($1::text[]) and day between $2 and $3 group by 1`,
      [accountIds, from, to],
    );
    return new Map(rows.map(({ accountId, ...counts }) => [accountId, counts]));
  }

  async changeHand(work: string, seq: number, kind: string, at: Date, change: HandChange): Promise<void> {
    if (change.change === 'none') return;
    await this.work.execute(
      `update performance_case set handled_at = greatest(received_at, $2) where work = $1 and handled_at is null`,
      [work, at],
    );
    if (change.change === 'done') return;
    await this.work.execute(
      `insert into performance_case (id, work, seq, kind, account_id, received_at, handled_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6) on conflict (work, seq) do nothing`,
      [work, seq, kind, change.by, at, change.change === 'taken-and-done' ? at : null],
    );
  }

  async inHandOf(
    accountIds: readonly string[],
    { from, before, limitMinutes, now }: CasesAsked,
  ): Promise<ReadonlyMap<string, InHandMonth>> {
    const rows = await this.work.query<{ accountId: string } & InHandMonth>(
      `select account_id as "accountId", count(*)::int as cases, round(avg(minutes)::numeric, 3)::float8 as "averageMinutes",
         coalesce(jsonb_agg(jsonb_build_object('work', work, 'minutes', round(minutes::numeric, 1)) order by received_at, seq)
           filter (where overdue), '[]') as overdue
       from performance_case
       cross join lateral (select
         extract(epoch from coalesce(handled_at, least($3::timestamptz, $5)) - received_at)::float8 / 60 as minutes,
         extract(epoch from coalesce(handled_at, $5::timestamptz) - received_at)::float8 > $4::float8 * 60 as overdue) as t
       where account_id = any ($1::text[]) and received_at >= $2 and received_at < $3 and excluded_at is null group by 1`,
      [accountIds, from, before, limitMinutes, now],
    );
    return new Map(rows.map(({ accountId, ...month }) => [accountId, month]));
  }

  async knowOpener(work: string, kind: string, openedBy: string, at: Date): Promise<void> {
    await this.work.execute(
      `insert into performance_work (work, kind, opened_by, opened_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [work, kind, openedBy, at],
    );
  }

  async openerOf(work: string): Promise<string | undefined> {
    const [row] = await this.work.query<{ openedBy: string }>(
      'select opened_by as "openedBy" from performance_work where work = $1',
      [work],
    );
    return row?.openedBy;
  }

  async countAct(accountId: string, day: LocalDate, act: string): Promise<void> {
    await this.work.execute(
      `insert into performance_act (account_id, day, act, times) values ($1, $2, $3, 1)
       on conflict (account_id, day, act) do update set times = performance_act.times + 1`,
      [accountId, day, act],
    );
  }

  async actsOf(
    accountIds: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
    const rows = await this.work.query<{ accountId: string; acts: Record<string, number> }>(
      `select account_id as "accountId", jsonb_object_agg(act, times) as acts from (
         select account_id, act, sum(times)::int as times from performance_act
         where account_id = any ($1::text[]) and day between $2 and $3 group by 1, 2) as a group by 1`,
      [accountIds, from, to],
    );
    return new Map(rows.map(({ accountId, acts }) => [accountId, acts]));
  }
}
