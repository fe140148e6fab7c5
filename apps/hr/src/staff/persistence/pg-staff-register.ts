import { Injectable } from '@nestjs/common';
import type { StaffSkill } from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type NewStaffRecord,
  type Page,
  type Settlement,
  type StaffEvent,
  type StaffEventQuery,
  type StaffQuery,
  type StaffRecord,
  StaffRegister,
  type StaffStanding,
} from '../staff-register.port';
import { listStaff } from './list-staff';
import { EVENT_COLUMNS, STAFF_COLUMNS, STAFF_TABLES, toEvent, toRecord } from './staff-rows';

const DAY = /^\d{4}-\d\d-\d\d$/;

const STANDING = `s.staff_number as "staffNumber", s.version, s.status, s.account_id as "accountId", p.roles, d.scope
  from staff s join post p on p.code = s.post_code join department d on d.code = s.department_code`;

@Injectable()
export class PgStaffRegister extends StaffRegister {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  find(staffNumber: string): Promise<StaffRecord | undefined> {
    return this.one('s.staff_number = $1', staffNumber);
  }

  async lock(staffNumber: string): Promise<StaffRecord | undefined> {
    await this.work.query('select 1 from staff where staff_number = $1 for update', [staffNumber]);
    return this.find(staffNumber);
  }

  async ofAccount(accountId: string): Promise<StaffRecord | undefined> {
    // The system and programs have ids of another shape.
    if (!CURSOR_PARTS.uuid.test(accountId)) return undefined;
    return this.one('s.account_id = $1', accountId);
  }

  async add(record: NewStaffRecord): Promise<boolean> {
    const added = await this.work.execute(
      `insert into staff (staff_number, name, phone, department_code, post_code, tier, group_code, status, hired_on,
         left_on, leaving_kind, leaving_reason, account_id, version, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14, $14) on conflict (staff_number) do nothing`,
      valuesOf(record),
    );
    return added > 0;
  }

  async save(record: NewStaffRecord): Promise<void> {
    await this.work.execute(
      `update staff set name = $2, phone = $3, department_code = $4, post_code = $5, tier = $6, group_code = $7, status = $8,
         hired_on = $9, left_on = $10, leaving_kind = $11, leaving_reason = $12, account_id = $13, updated_at = $14
       where staff_number = $1`,
      valuesOf(record),
    );
  }

  async setSkills(staffNumber: string, skills: readonly StaffSkill[]): Promise<void> {
    await this.work.execute('delete from staff_skill where staff_number = $1', [staffNumber]);
    await this.work.execute(
      `insert into staff_skill (staff_number, skill_code, level) select $1, * from unnest($2::text[], $3::smallint[])`,
      [staffNumber, skills.map(({ code }) => code), skills.map(({ level }) => level)],
    );
  }

  list(query: StaffQuery, limit: number, cursor?: string): Promise<Page<StaffRecord>> {
    return listStaff(this.work, query, limit, cursor);
  }

  async groupsLedBy(staffNumber: string): Promise<readonly string[]> {
    const rows = await this.work.query<{ code: string }>(
      'select code from staff_group where leader_number = $1 order by code',
      [staffNumber],
    );
    return rows.map(({ code }) => code);
  }

  async endLeadership(staffNumber: string, except?: string): Promise<void> {
    await this.work.execute(
      'update staff_group set leader_number = null where leader_number = $1 and code is distinct from $2',
      [staffNumber, except],
    );
  }

  async addEvent(event: StaffEvent): Promise<void> {
    await this.work.execute(
      `insert into staff_event (id, staff_number, kind, effective_on, state, details, reason, recorded_at, recorded_by,
         settled_at, settled_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        event.id,
        event.staffNumber,
        event.kind,
        event.effectiveOn,
        event.state,
        JSON.stringify(event.details),
        event.reason,
        event.recordedAt,
        event.recordedBy,
        event.settledAt,
        event.settledBy,
      ],
    );
  }

  async event(id: string): Promise<StaffEvent | undefined> {
    const [row] = await this.work.query<Nullable<StaffEvent>>(
      `select ${EVENT_COLUMNS} from staff_event e where id = $1`,
      [id],
    );
    return row && toEvent(row);
  }

  async settle(id: string, { state, at, by, failure }: Settlement): Promise<void> {
    await this.work.execute(
      `update staff_event set state = $2, settled_at = $3, settled_by = $4, failure = $5
       where id = $1 and state = 'planned'`,
      [id, state, at, by, failure],
    );
  }

  async planned(staffNumber: string): Promise<readonly StaffEvent[]> {
    const rows = await this.work.query<Nullable<StaffEvent>>(
      `select ${EVENT_COLUMNS} from staff_event e where staff_number = $1 and state = 'planned'
       order by e.effective_on, e.recorded_at, e.id`,
      [staffNumber],
    );
    return rows.map(toEvent);
  }

  async due(day: LocalDate, limit: number): Promise<readonly string[]> {
    const rows = await this.work.query<{ staffNumber: string }>(
      `select staff_number as "staffNumber" from staff_event where state = 'planned' and effective_on <= $1
       group by 1 order by min(effective_on), 1 limit $2`,
      [day, limit],
    );
    return rows.map(({ staffNumber }) => staffNumber);
  }

  async lastStepOn(staffNumber: string): Promise<LocalDate | undefined> {
    const [row] = await this.work.query<{ day: LocalDate | null }>(
      `select max(effective_on)::text as day from staff_event where staff_number = $1 and state = 'done'
         and kind in ('enter', 'transfer', 'suspend', 'resume', 'leave')`,
      [staffNumber],
    );
    return row?.day ?? undefined;
  }

  async events(
    { staffNumber, state, from, to }: StaffEventQuery,
    limit: number,
    cursor?: string,
  ): Promise<Page<StaffEvent>> {
    const after =
      cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<StaffEvent>>(
      `select ${EVENT_COLUMNS} from staff_event e
       where ($1::text is null or staff_number = $1) and ($2::text is null or state = $2)
         and ($3::date is null or effective_on >= $3) and ($4::date is null or effective_on <= $4)
         and ($5::date is null or (e.effective_on, e.recorded_at, e.id) < ($5, $6::timestamptz, $7::uuid))
       order by e.effective_on desc, e.recorded_at desc, e.id desc limit $8`,
      [staffNumber, state, from, to, after[0], after[1], after[2], limit + 1],
    );
    return pageOf(rows.map(toEvent), limit, ({ effectiveOn, recordedAt, id }) => [
      effectiveOn,
      recordedAt.toISOString(),
      id,
    ]);
  }

  async raiseVersions(staffNumbers: readonly string[]): Promise<readonly StaffStanding[]> {
    await this.work.execute('update staff set version = version + 1 where staff_number = any ($1)', [
      staffNumbers,
    ]);
    const rows = await this.work.query<Nullable<StaffStanding>>(
      `select ${STANDING} where s.staff_number = any ($1) order by s.staff_number`,
      [staffNumbers],
    );
    return rows.map((row) => withoutNulls<StaffStanding>(row));
  }

  async standing(staffNumber: string): Promise<StaffStanding | undefined> {
    const [row] = await this.work.query<Nullable<StaffStanding>>(
      `select ${STANDING} where s.staff_number = $1`,
      [staffNumber],
    );
    return row && withoutNulls<StaffStanding>(row);
  }

  async holders({
    postCode,
    departmentCode,
  }: {
    postCode?: string;
    departmentCode?: string;
  }): Promise<string[]> {
    const rows = await this.work.query<{ staffNumber: string }>(
      `select staff_number as "staffNumber" from staff where status <> 'left'
         and ($1::text is null or post_code = $1) and ($2::text is null or department_code = $2)
       order by 1 for update`,
      [postCode, departmentCode],
    );
    return rows.map(({ staffNumber }) => staffNumber);
  }

  private async one(where: string, parameter: string): Promise<StaffRecord | undefined> {
    const [row] = await this.work.query<Nullable<StaffRecord>>(
      `select ${STAFF_COLUMNS} from ${STAFF_TABLES} where ${where}`,
      [parameter],
    );
    return row && toRecord(row);
  }
}

function valuesOf(record: NewStaffRecord): unknown[] {
  return [
    record.staffNumber,
    record.name,
    record.phone,
    record.departmentCode,
    record.postCode,
    record.tier,
    record.groupCode,
    record.status,
    record.hiredOn,
    record.leftOn,
    record.leavingKind,
    record.leavingReason,
    record.accountId,
    record.updatedAt,
  ];
}
