import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { NewRosterEntry, RosterEntry } from '../roster-entries.port';
import {
  type CellKey,
  type EntryFilter,
  type Roster,
  type RosterFilter,
  type RosterMember,
  Rosters,
  type RosterVersion,
} from '../rosters.port';
import type { Page } from '../shift-templates.port';
import { assertNoOverlap, lockStaff } from './entry-guards';
import { ENTRY_COLUMNS, ENTRY_RECORD, entriesAsJson, type EntryRow, toEntry } from './entry-rows';

const DAY = /^\d{4}-\d\d-\d\d$/;
const ROSTER = `r.id, r.month::text, r.department_code as "departmentCode", r.name, r.state, r.revision, r.version,
  (select count(*)::integer from roster_entry e where e.roster_id = r.id and e.state in ('draft', 'published')) as shifts,
  r.drafted_at as "draftedAt", r.drafted_by as "draftedBy", r.published_at as "publishedAt",
  r.published_by as "publishedBy"`;
const MEMBER = `m.staff_number as "staffNumber", m.pattern_code as "patternCode", m.pattern_version as "patternVersion",
  p.cycle, m.anchor::text`;
const MEMBERS =
  'roster_member m join work_pattern p on (p.code, p.version) = (m.pattern_code, m.pattern_version)';

@Injectable()
export class PgRosters extends Rosters {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(roster: Omit<Roster, 'shifts'>): Promise<boolean> {
    const { id, month, departmentCode, name, draftedAt, draftedBy } = roster;
    const added = await this.work.execute(
      `insert into roster (id, month, department_code, name, state, drafted_at, drafted_by)
       values ($1, $2, $3, $4, 'draft', $5, $6) on conflict do nothing`,
      [id, month, departmentCode, name, draftedAt, draftedBy],
    );
    return added > 0;
  }

  find(id: string): Promise<Roster | undefined> {
    return this.one(id, '');
  }

  lock(id: string): Promise<Roster | undefined> {
    return this.one(id, 'for update');
  }

  async list(filter: RosterFilter, limit: number, cursor?: string): Promise<Page<Roster>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Roster>>(
      `select ${ROSTER} from roster r
       where ($1::date is null or r.month = $1) and ($2::text is null or r.department_code = $2)
         and ($3::text is null or r.state = $3) and ($4::date is null or (r.month, r.id) < ($4, $5::uuid))
       order by r.month desc, r.id desc limit $6`,
      [filter.month, filter.departmentCode, filter.state, after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toRoster), limit, ({ month, id }) => [month, id]);
  }

  async publishedOn(day: LocalDate, departmentCode: string): Promise<boolean> {
    const rows = await this.work.query(
      `select 1 from roster where state = 'published' and month = date_trunc('month', $1::date)
         and (department_code is null or department_code = $2) limit 1`,
      [day, departmentCode],
    );
    return rows.length > 0;
  }

  async entriesOf(rosterId: string): Promise<readonly RosterEntry[]> {
    const rows = await this.work.query<EntryRow>(
      `select ${ENTRY_COLUMNS} from roster_entry where roster_id = $1 and state in ('draft', 'published')
       order by work_date, staff_number, start_at`,
      [rosterId],
    );
    return rows.map(toEntry);
  }

  async entries(filter: EntryFilter, limit: number, cursor?: string): Promise<Page<RosterEntry>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.text, CURSOR_PARTS.uuid);
    const rows = await this.work.query<EntryRow>(
      `select ${ENTRY_COLUMNS} from roster_entry
       where roster_id = $1 and state in ('draft', 'published') and ($2::text is null or staff_number = $2)
         and ($3::date is null or work_date >= $3) and ($4::date is null or work_date <= $4)
         and ($5::date is null or (work_date, staff_number, id) > ($5, $6, $7::uuid))
       order by roster_entry.work_date, staff_number, id limit $8`,
      [filter.rosterId, filter.staffNumber, filter.from, filter.to, after[0], after[1], after[2], limit + 1],
    );
    return pageOf(rows.map(toEntry), limit, ({ workDate, staffNumber, id }) => [workDate, staffNumber, id]);
  }

  async redraft(
    rosterId: string,
    out: readonly CellKey[] | 'all',
    add: readonly NewRosterEntry[],
    by: string,
    at: Date,
  ): Promise<void> {
    if (out === 'all') {
      await this.work.execute(`delete from roster_entry where roster_id = $1 and state = 'draft'`, [
        rosterId,
      ]);
    } else {
      await this.work.execute(
        `delete from roster_entry e using unnest($2::text[], $3::date[]) as cell (staff_number, work_date)
         where e.roster_id = $1 and e.state = 'draft'
           and (e.staff_number, e.work_date) = (cell.staff_number, cell.work_date)`,
        [rosterId, out.map(({ staffNumber }) => staffNumber), out.map(({ date }) => date)],
      );
    }
    await this.work.execute(
      `insert into roster_entry (id, staff_number, work_date, start_at, end_at, breaks, template_code, template_version,
         duty, roster_id, state, made_at, made_by)
       select id, staff_number, work_date, start_at, end_at, breaks, template_code, template_version, duty, roster_id,
         'draft', $2, $3 from json_to_recordset($1) as entry ${ENTRY_RECORD}`,
      [entriesAsJson(add.map((entry) => ({ ...entry, id: randomUUID() }))), at, by],
    );
    await this.work.execute('update roster set revision = revision + 1 where id = $1', [rosterId]);
  }

  membersOf(rosterId: string): Promise<readonly RosterMember[]> {
    return this.work.query<RosterMember>(
      `select ${MEMBER} from ${MEMBERS} where m.roster_id = $1 order by m.staff_number`,
      [rosterId],
    );
  }

  async putMembers(rosterId: string, members: readonly Omit<RosterMember, 'cycle'>[]): Promise<void> {
    await this.work.execute(
      `insert into roster_member (roster_id, staff_number, pattern_code, pattern_version, anchor)
       select $1, * from unnest($2::text[], $3::text[], $4::integer[], $5::date[])
       on conflict (roster_id, staff_number) do update set pattern_code = excluded.pattern_code,
         pattern_version = excluded.pattern_version, anchor = excluded.anchor`,
      [
        rosterId,
        members.map(({ staffNumber }) => staffNumber),
        members.map(({ patternCode }) => patternCode),
        members.map(({ patternVersion }) => patternVersion),
        members.map(({ anchor }) => anchor),
      ],
    );
  }

  async removeMembers(rosterId: string, staffNumbers: readonly string[]): Promise<void> {
    await this.work.execute('delete from roster_member where roster_id = $1 and staff_number = any ($2)', [
      rosterId,
      staffNumbers,
    ]);
  }

  patternsBefore(month: LocalDate, staffNumbers: readonly string[]): Promise<readonly RosterMember[]> {
    return this.work.query<RosterMember>(
      `select distinct on (m.staff_number) ${MEMBER} from ${MEMBERS} join roster r on r.id = m.roster_id
       where r.state = 'published' and r.month < $1 and m.staff_number = any ($2)
       order by m.staff_number, r.month desc`,
      [month, staffNumbers],
    );
  }

  async publish(rosterId: string, by: string, at: Date): Promise<void> {
    const drafted = await this.work.query<{ id: string; number: string }>(
      `select id, staff_number as number from roster_entry where roster_id = $1 and state = 'draft'`,
      [rosterId],
    );
    await lockStaff(
      this.work,
      drafted.map(({ number }) => number),
    );
    await this.work.execute(
      `update roster_entry set state = 'published', made_at = $2, made_by = $3 where roster_id = $1 and state = 'draft'`,
      [rosterId, at, by],
    );
    await this.work.execute(
      `update roster set state = 'published', revision = revision + 1, published_at = $2, published_by = $3 where id = $1`,
      [rosterId, at, by],
    );
    await assertNoOverlap(
      this.work,
      drafted.map(({ id }) => id),
    );
  }

  async discard(rosterId: string): Promise<void> {
    await this.work.execute(`update roster set state = 'discarded', revision = revision + 1 where id = $1`, [
      rosterId,
    ]);
    await this.work.execute(`delete from roster_entry where roster_id = $1 and state = 'draft'`, [rosterId]);
  }

  async addVersion(rosterId: string, version: RosterVersion): Promise<void> {
    await this.work.execute(
      `insert into roster_version (roster_id, version, made_at, made_by, reason, shifts, cells, violations)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        rosterId,
        version.version,
        version.madeAt,
        version.madeBy,
        version.reason,
        version.shifts,
        version.cells && JSON.stringify(version.cells),
        JSON.stringify(version.violations),
      ],
    );
    await this.work.execute('update roster set version = $2 where id = $1', [rosterId, version.version]);
  }

  async versions(rosterId: string): Promise<readonly RosterVersion[]> {
    const rows = await this.work.query<Nullable<RosterVersion>>(
      `select version, made_at as "madeAt", made_by as "madeBy", reason, shifts, cells, violations from roster_version
       where roster_id = $1 order by version desc limit 100`,
      [rosterId],
    );
    return rows.map((row) => withoutNulls<RosterVersion>(row));
  }

  private async one(id: string, lock: string): Promise<Roster | undefined> {
    const [row] = await this.work.query<Nullable<Roster>>(
      `select ${ROSTER} from roster r where r.id = $1 ${lock}`,
      [id],
    );
    return row && toRoster(row);
  }
}

const toRoster = (row: Nullable<Roster>): Roster => withoutNulls(row);
