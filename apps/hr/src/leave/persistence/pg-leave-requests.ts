import { Injectable } from '@nestjs/common';
import { LEAVE_ERRORS, type LeaveState } from '@switchyard/contracts';
import type { ApproverKind, LeaveHalfDay, LocalDate } from '@switchyard/domain';
import { ADVISORY_CLASS, DomainError, UnitOfWork } from '@switchyard/platform';
import { type Leave, type LeaveEvent, LeaveRequests, type NewLeave } from '../leave-requests.port';
import { selectLeave } from './leave-rows';

@Injectable()
export class PgLeaveRequests extends LeaveRequests {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async lockDepartment(departmentCode: string): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock($1, hashtext('leave of ' || $2))`, [
      ADVISORY_CLASS,
      departmentCode,
    ]);
  }

  async add(
    leave: NewLeave,
    days: readonly LeaveHalfDay[],
    steps: readonly ApproverKind[],
  ): Promise<boolean> {
    const { id, staffNumber, kind, from, fromHalf, to, toHalf, reason, exceptions, exceptionReason } = leave;
    const { extendsId, reference, appliedAt, appliedBy } = leave;
    const added = await this.work.execute(
      `insert into leave_request (id, staff_number, kind, from_date, from_half, to_date, to_half, halves, reason, exceptions,
         exception_reason, extends_id, state, reference, applied_at, applied_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'requested', $13, $14, $15)
       on conflict (reference) do nothing`,
      [
        id,
        staffNumber,
        kind,
        from,
        fromHalf,
        to,
        toHalf,
        days.filter(({ counts }) => counts).length,
        reason,
        exceptions,
        exceptionReason,
        extendsId,
        reference,
        appliedAt,
        appliedBy,
      ],
    );
    if (added === 0) return false;
    await this.work.execute(
      `insert into leave_step (leave_id, place, approver_kind, state)
       select $1, place, kind, 'waiting' from unnest($2::text[]) with ordinality as step (kind, place)`,
      [id, steps],
    );
    await this.addDays(leave, days);
    return true;
  }

  async find(id: string): Promise<Leave | undefined> {
    return (await selectLeave(this.work, 'where r.id = $1', [id]))[0];
  }

  async ofReference(reference: string): Promise<Leave | undefined> {
    return (await selectLeave(this.work, 'where r.reference = $1', [reference]))[0];
  }

  async lock(id: string): Promise<Leave | undefined> {
    await this.work.query('select 1 from leave_request where id = $1 for update', [id]);
    return this.find(id);
  }

  async decideStep(id: string, step: Parameters<LeaveRequests['decideStep']>[1]): Promise<void> {
    const { place, state, decidedBy, at, alternate, note } = step;
    await this.work.execute(
      `update leave_step set state = $3, decided_by = $4, decided_at = $5, alternate = $6, note = $7
       where leave_id = $1 and place = $2`,
      [id, place, state, decidedBy, at, alternate, note],
    );
  }

  async settle(id: string, state: LeaveState, at: Date, papersDue?: LocalDate): Promise<void> {
    await this.work.execute(
      'update leave_request set state = $2, decided_at = $3, papers_due = $4 where id = $1',
      [id, state, at, papersDue],
    );
    await this.work.execute('update leave_day set state = $2 where leave_id = $1', [
      id,
      state === 'approved' ? 'approved' : 'ended',
    ]);
  }

  async askCancellation(id: string, from: LocalDate, reason: string, at: Date): Promise<void> {
    await this.work.execute(
      'update leave_request set cancel_from = $2, cancel_reason = $3, cancel_asked_at = $4 where id = $1',
      [id, from, reason, at],
    );
  }

  async clearCancellation(id: string): Promise<void> {
    await this.work.execute(
      'update leave_request set cancel_from = null, cancel_reason = null, cancel_asked_at = null where id = $1',
      [id],
    );
  }

  async shorten(id: string, from: LocalDate): Promise<void> {
    await this.work.execute(`update leave_day set state = 'ended' where leave_id = $1 and date >= $2`, [
      id,
      from,
    ]);
    await this.work.execute(
      `update leave_request r set cancel_from = null, cancel_reason = null, cancel_asked_at = null,
         state = case when left_of.last is null then 'cancelled' else r.state end,
         to_date = coalesce(left_of.last, r.to_date), to_half = case when left_of.last is null then r.to_half else 'pm' end,
         halves = left_of.halves
       from (select max(date) as last, count(*) filter (where counts) as halves from leave_day
              where leave_id = $1 and state = 'approved') left_of
       where r.id = $1`,
      [id],
    );
  }

  beyondEmployment(id?: string): Promise<readonly { id: string; leftOn: LocalDate }[]> {
    return this.work.query(
      `select r.id, s.left_on::text as "leftOn" from staff s join leave_request r on r.staff_number = s.staff_number
       where s.status = 'left' and ($1::uuid is null or r.id = $1)
         and ((r.state = 'requested' and r.from_date >= s.left_on)
           or (r.state = 'approved' and r.to_date >= s.left_on and exists (select 1 from leave_day d
                 where d.leave_id = r.id and d.state = 'approved' and d.date >= s.left_on)))
       order by r.applied_at, r.id limit 500`,
      [id],
    );
  }

  async addPaper(leaveId: string, paper: Parameters<LeaveRequests['addPaper']>[1]): Promise<void> {
    const { id, kind, fileKey, fileName, bytes, at, by } = paper;
    await this.work.execute(
      `insert into leave_paper (id, leave_id, kind, file_key, file_name, bytes, added_at, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, leaveId, kind, fileKey, fileName, bytes, at, by],
    );
  }

  async tell(id: string, { kind, note, at, by }: LeaveEvent): Promise<void> {
    await this.work.execute(
      'insert into leave_event (leave_id, kind, note, at, by) values ($1, $2, $3, $4, $5)',
      [id, kind, note, at, by],
    );
  }

  /** A half day that is taken already is left out by the index; then not all are written. */
  private async addDays({ id, staffNumber, kind }: NewLeave, days: readonly LeaveHalfDay[]): Promise<void> {
    const written = await this.work.query<{ date: string; half: string }>(
      `insert into leave_day (leave_id, staff_number, date, half, kind, type, counts, state)
       select $1, $2, date, half, $3, type, counts, 'reserved'
         from json_to_recordset($4) as day (date date, half text, type text, counts boolean)
       on conflict (staff_number, date, half) where state <> 'ended' do nothing returning date::text, half`,
      [id, staffNumber, kind, JSON.stringify(days)],
    );
    if (written.length === days.length) return;
    const taken = days.find(
      ({ date, half }) => !written.some((one) => one.date === date && one.half === half),
    );
    throw new DomainError(
      LEAVE_ERRORS.overlaps,
      `There is leave on ${taken?.date} (${taken?.half}) already; withdraw it, or ask for other days.`,
      { field: 'from', date: taken?.date, half: taken?.half },
    );
  }
}
