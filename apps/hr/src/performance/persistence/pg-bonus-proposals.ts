import { Injectable } from '@nestjs/common';
import {
  ADVISORY_CLASS,
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type BonusDraft,
  type BonusLine,
  type BonusProposal,
  BonusProposals,
} from '../bonus/bonus-proposals.port';
import type { Page } from '../items/performance-items.port';

const MONTH = /^\d{4}-\d\d$/;
const PROPOSALS = `select p.id, p.month, p.state, p.drafted_at as "draftedAt", p.drafted_by as "draftedBy", p.run_by as "runBy",
    p.approvals_needed as "approvalsNeeded", p.run_at as "runAt", p.run_reference as "runReference",
    l.people, l."bonusFen", l."finesFen",
    array(select a.approved_by from bonus_approval a where a.proposal_id = p.id order by a.approved_at) as "approvedBy"
  from bonus_proposal p cross join lateral (
    select count(*)::int as people, coalesce(sum(bonus_fen), 0)::float8 as "bonusFen", coalesce(sum(fines_fen), 0)::float8 as "finesFen"
    from bonus_line where proposal_id = p.id) as l`;

@Injectable()
export class PgBonusProposals extends BonusProposals {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async scoresOf(month: string): Promise<{ scores: number; open: number }> {
    const [row] = await this.work.query<{ scores: number; open: number }>(
      `select count(*)::int as scores, count(*) filter (where state <> 'final')::int as open
       from monthly_score where month = $1 and current and bonus_fen is not null`,
      [month],
    );
    return row ?? { scores: 0, open: 0 };
  }

  async ofMonth(month: string): Promise<BonusProposal | undefined> {
    return (await this.rows('where p.month = $1', [month]))[0];
  }

  async draft({ month, runBy, approvalsNeeded, by, at }: BonusDraft): Promise<string> {
    await this.work.execute('delete from bonus_proposal where month = $1', [month]);
    const [row] = await this.work.query<{ id: string }>(
      `insert into bonus_proposal (id, month, state, drafted_at, drafted_by, run_by, approvals_needed)
       values (gen_random_uuid(), $1, 'draft', $2, $3, $4, $5) returning id`,
      [month, at, by, runBy, approvalsNeeded],
    );
    if (!row) throw new Error('a proposal was not added');
    await this.work.execute(
      `insert into bonus_line (proposal_id, staff_number, name, score_id, score, bonus_fen, fines_fen)
       select $1, m.staff_number, coalesce(s.name, m.staff_number), m.id, m.score, m.bonus_fen, m.fines_fen
       from monthly_score m left join staff s on s.staff_number = m.staff_number
       where m.month = $2 and m.current and m.bonus_fen is not null`,
      [row.id, month],
    );
    return row.id;
  }

  async find(id: string): Promise<BonusProposal | undefined> {
    return (await this.rows('where p.id = $1', [id]))[0];
  }

  async lock(id: string): Promise<BonusProposal | undefined> {
    await this.work.query('select 1 from bonus_proposal where id = $1 for update', [id]);
    return this.find(id);
  }

  async lockMonth(month: string): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock($1, hashtext('bonus:' || $2))`, [
      ADVISORY_CLASS,
      month,
    ]);
  }

  async approve(id: string, by: string, at: Date, note: string | undefined): Promise<void> {
    await this.work.execute(
      'insert into bonus_approval (proposal_id, approved_by, approved_at, note) values ($1, $2, $3, $4)',
      [id, by, at, note],
    );
  }

  async setApproved(id: string): Promise<void> {
    await this.work.execute(`update bonus_proposal set state = 'approved' where id = $1`, [id]);
  }

  async setRun(id: string, at: Date, reference: string): Promise<void> {
    await this.work.execute(
      `update bonus_proposal set state = 'run', run_at = $2, run_reference = $3 where id = $1`,
      [id, at, reference],
    );
  }

  async list(limit: number, cursor?: string): Promise<Page<BonusProposal>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, MONTH);
    const rows = await this.rows('where ($1::text is null or p.month < $1) order by p.month desc limit $2', [
      after,
      limit + 1,
    ]);
    return pageOf(rows, limit, ({ month }) => [month]);
  }

  async lines(id: string, limit: number, cursor?: string): Promise<Page<BonusLine>> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const rows = await this.work.query<BonusLine>(
      `select staff_number as "staffNumber", name, score::float8 as score, bonus_fen as "bonusFen", fines_fen as "finesFen",
         score_id as "scoreId" from bonus_line
       where proposal_id = $1 and ($2::text is null or staff_number > $2) order by staff_number limit $3`,
      [id, after, limit + 1],
    );
    return pageOf(rows, limit, ({ staffNumber }) => [staffNumber]);
  }

  private async rows(where: string, parameters: readonly unknown[]): Promise<BonusProposal[]> {
    const rows = await this.work.query<Nullable<BonusProposal>>(`${PROPOSALS} ${where}`, parameters);
    return rows.map((row) => withoutNulls<BonusProposal>(row));
  }
}
