import { Injectable } from '@nestjs/common';
import { SWAP_ERRORS, type SwapKind } from '@switchyard/contracts';
import type { LocalDate, SwapShift } from '@switchyard/domain';
import {
  ADVISORY_CLASS,
  CURSOR_PARTS,
  decodeCursor,
  DomainError,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../attendance/punches.port';
import {
  type NewSwap,
  type Swap,
  type SwapChange,
  type SwapEvent,
  type SwapFilter,
  Swaps,
  type SwapSide,
} from '../swaps.port';
import { SWAP, type SwapRow, toSwap } from './swap-rows';

const TOLD = { reminded: 'reminded_at', overdue: 'overdue_told_at' } as const;

@Injectable()
export class PgSwaps extends Swaps {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async lockPeople(staffNumbers: readonly string[]): Promise<void> {
    await this.work.query(
      `select pg_advisory_xact_lock($1, key) from (
         select distinct hashtext('swap ' || number) as key from unnest($2::text[]) as number order by key) keys`,
      [ADVISORY_CLASS, staffNumbers],
    );
  }

  async add(swap: NewSwap, given: readonly SwapShift[], taken: readonly SwapShift[]): Promise<void> {
    const { id, kind, requester, partner, month, reason, reference, proposedAt, proposedBy, repaymentDue } =
      swap;
    await this.work.execute(
      `insert into swap (id, kind, requester, partner, state, month, reason, reference, proposed_at, proposed_by,
         repayment_due, repayment)
       values ($1, $2, $3, $4, 'proposed', $5, $6, $7, $8, $9, $10, 'none')`,
      [id, kind, requester, partner, `${month}-01`, reason, reference, proposedAt, proposedBy, repaymentDue],
    );
    await this.addShifts(id, 'given', given);
    await this.addShifts(id, 'taken', taken);
  }

  async find(id: string): Promise<Swap | undefined> {
    return (await this.select('where w.id = $1', [id]))[0];
  }

  async ofReference(reference: string): Promise<Swap | undefined> {
    return (await this.select('where w.reference = $1', [reference]))[0];
  }

  async change(id: string, change: SwapChange): Promise<void> {
    const { state, repayment, decidedAt, decidedBy, note, returnProposedBy } = change;
    await this.work.execute(
      `update swap set state = coalesce($2, state), repayment = coalesce($3, repayment), decided_at = coalesce($4, decided_at),
         decided_by = coalesce($5, decided_by), note = coalesce($6, note),
         return_proposed_by = case when $8 then $7 else return_proposed_by end where id = $1`,
      [id, state, repayment, decidedAt, decidedBy, note, returnProposedBy, returnProposedBy !== undefined],
    );
  }

  async release(id: string): Promise<void> {
    await this.work.execute('update swap_shift set live = false where swap_id = $1', [id]);
  }

  async nameReturn(id: string, taken: readonly SwapShift[]): Promise<void> {
    await this.dropReturn(id);
    await this.addShifts(id, 'taken', taken);
  }

  async dropReturn(id: string): Promise<void> {
    await this.work.execute(
      `delete from swap_shift where swap_id = $1 and side = 'taken' and new_entry_id is null`,
      [id],
    );
  }

  async exchanged(id: string, side: SwapSide, newEntryIds: readonly string[]): Promise<void> {
    await this.work.execute(
      `update swap_shift set live = false, new_entry_id = made.entry
       from unnest($3::uuid[]) with ordinality as made (entry, place)
       where swap_id = $1 and side = $2 and swap_shift.place = made.place`,
      [id, side, newEntryIds],
    );
  }

  countsOf(requester: string, but: string): Promise<readonly { kind: SwapKind; month: string }[]> {
    return this.work.query(
      `select kind, to_char(month, 'YYYY-MM') as month from swap
       where requester = $1 and id <> $2 and state in ('proposed', 'consented', 'approved')`,
      [requester, but],
    );
  }

  async tell(id: string, { kind, note, at, by }: SwapEvent): Promise<void> {
    await this.work.execute(
      'insert into swap_event (swap_id, kind, note, at, by) values ($1, $2, $3, $4, $5)',
      [id, kind, note, at, by],
    );
  }

  async history(id: string): Promise<readonly SwapEvent[]> {
    const rows = await this.work.query<Nullable<SwapEvent>>(
      'select kind, note, at, by from swap_event where swap_id = $1 order by swap_event.id',
      [id],
    );
    return rows.map((row) => withoutNulls<SwapEvent>(row));
  }

  async list(filter: SwapFilter, limit: number, cursor?: string): Promise<Page<Swap>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const { staffNumber, departmentCode, groupCode, groupCodes, state, repayment, month, overdueOn } = filter;
    const rows = await this.select(
      `where ($1::text is null or w.requester = $1 or w.partner = $1)
         and ($2::text is null or $2 in (r.department_code, p.department_code))
         and ($3::text is null or $3 in (r.group_code, p.group_code))
         and ($4::text[] is null or r.group_code = any ($4) or p.group_code = any ($4))
         and ($5::text is null or w.state = $5) and ($6::text is null or w.repayment = $6)
         and ($7::date is null or w.month = $7)
         and ($8::date is null or (w.state = 'approved' and w.repayment in ('owed', 'proposed') and w.repayment_due < $8))
         and ($9::timestamptz is null or (w.proposed_at, w.id) < ($9, $10::uuid))
       order by w.proposed_at desc, w.id desc limit $11`,
      [
        staffNumber,
        departmentCode,
        groupCode,
        groupCodes,
        state,
        repayment,
        month === undefined ? undefined : `${month}-01`,
        overdueOn,
        after[0],
        after[1],
        limit + 1,
      ],
    );
    return pageOf(rows, limit, ({ proposedAt, id }) => [proposedAt.toISOString(), id]);
  }

  owed(upTo: LocalDate, told: 'reminded' | 'overdue'): Promise<readonly Swap[]> {
    return this.select(
      `where w.state = 'approved' and w.repayment in ('owed', 'proposed') and w.repayment_due <= $1
         and w.${TOLD[told]} is null order by w.repayment_due, w.id limit 500`,
      [upTo],
    );
  }

  async noteTold(id: string, told: 'reminded' | 'overdue', at: Date): Promise<void> {
    await this.work.execute(`update swap set ${TOLD[told]} = $2 where id = $1`, [id, at]);
  }

  ofFormerStaff(): Promise<readonly Swap[]> {
    return this.select(
      `where 'left' in (r.status, p.status) and (w.state in ('proposed', 'consented')
         or (w.state = 'approved' and w.repayment in ('owed', 'proposed'))) order by w.proposed_at, w.id limit 500`,
      [],
    );
  }

  begunBefore(now: Date): Promise<readonly Swap[]> {
    return this.select(
      `where w.state in ('proposed', 'consented')
         and exists (select 1 from swap_shift x where x.swap_id = w.id and x.start_at <= $1) limit 500`,
      [now],
    );
  }

  private async addShifts(id: string, side: SwapSide, shifts: readonly SwapShift[]): Promise<void> {
    const written = await this.work.execute(
      `insert into swap_shift (swap_id, side, place, entry_id, work_date, start_at, end_at, live)
       select $1, $2, place, entry, work_date, start_at, end_at, true
         from unnest($3::uuid[], $4::date[], $5::timestamptz[], $6::timestamptz[])
           with ordinality as shift (entry, work_date, start_at, end_at, place)
       on conflict (entry_id) where live do nothing`,
      [
        id,
        side,
        shifts.map((shift) => shift.id),
        shifts.map(({ workDate }) => workDate),
        shifts.map(({ startAt }) => startAt),
        shifts.map(({ endAt }) => endAt),
      ],
    );
    if (written === shifts.length) return;
    throw new DomainError(
      SWAP_ERRORS.shiftTaken,
      'One of these shifts is in another swap that is asked for; withdraw that one first.',
      { field: side },
    );
  }

  private async select(rest: string, parameters: readonly unknown[]): Promise<Swap[]> {
    const rows = await this.work.query<SwapRow>(`${SWAP} ${rest}`, parameters);
    return rows.map(toSwap);
  }
}
