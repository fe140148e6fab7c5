import { Injectable } from '@nestjs/common';
import type { ProposalStage } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type ProposalFilter,
  type ProposalPage,
  type ProposalResult,
  Proposals,
  type StoredProposal,
} from '../proposals.port';

const PROPOSAL = `id, roster_id as "rosterId", state, request as "order", stage, percent, result, problem, tries,
  asked_at as "askedAt", asked_by as "askedBy", ended_at as "endedAt"`;

@Injectable()
export class PgProposals extends Proposals {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({ id, rosterId, order, askedAt, askedBy }: StoredProposal): Promise<boolean> {
    const added = await this.work.execute(
      `insert into roster_proposal (id, roster_id, state, request, asked_at, asked_by)
       values ($1, $2, 'queued', $3, $4, $5)
       on conflict (roster_id) where state in ('queued', 'running') do nothing`,
      [id, rosterId, JSON.stringify(order), askedAt, askedBy],
    );
    return added > 0;
  }

  async find(id: string): Promise<StoredProposal | undefined> {
    return (await this.select(`select ${PROPOSAL} from roster_proposal where id = $1`, [id]))[0];
  }

  async list({ rosterId, state }: ProposalFilter, limit: number, cursor?: string): Promise<ProposalPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.select(
      `select ${PROPOSAL} from roster_proposal
       where ($1::uuid is null or roster_id = $1) and ($2::text is null or state = $2)
         and ($3::timestamptz is null or (asked_at, id) < ($3, $4::uuid)) order by asked_at desc, id desc limit $5`,
      [rosterId, state, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ askedAt, id }) => [askedAt.toISOString(), id]);
  }

  async claim(now: Date, deadSince: Date): Promise<StoredProposal | undefined> {
    const rows = await this.select(
      `update roster_proposal set state = 'running', tries = tries + 1, started_at = $1, beat_at = $1, percent = 0, stage = null
       where id = (select id from roster_proposal where state = 'queued' or (state = 'running' and beat_at < $2)
                   order by asked_at, id limit 1 for update skip locked)
       returning ${PROPOSAL}`,
      [now, deadSince],
    );
    return rows[0];
  }

  async beat(id: string, stage: ProposalStage | undefined, percent: number, now: Date): Promise<boolean> {
    const told = await this.work.execute(
      `update roster_proposal set stage = $2, percent = $3, beat_at = $4 where id = $1 and state = 'running'`,
      [id, stage, percent, now],
    );
    return told > 0;
  }

  async finish(id: string, result: ProposalResult, now: Date): Promise<boolean> {
    const finished = await this.work.execute(
      `update roster_proposal set state = 'done', result = $2, percent = 100, stage = null, ended_at = $3
       where id = $1 and state = 'running'`,
      [id, JSON.stringify(result), now],
    );
    return finished > 0;
  }

  async fail(id: string, problem: string, now: Date): Promise<void> {
    await this.work.execute(
      `update roster_proposal set state = 'failed', problem = $2, ended_at = $3 where id = $1 and state = 'running'`,
      [id, problem.slice(0, 1000), now],
    );
  }

  async release(id: string): Promise<void> {
    await this.work.execute(
      `update roster_proposal set state = 'queued', tries = tries - 1, percent = 0, stage = null
       where id = $1 and state = 'running'`,
      [id],
    );
  }

  async cancel(id: string, now: Date): Promise<boolean> {
    const cancelled = await this.work.execute(
      `update roster_proposal set state = 'cancelled', ended_at = $2 where id = $1 and state in ('queued', 'running')`,
      [id, now],
    );
    return cancelled > 0;
  }

  private async select(sql: string, parameters: readonly unknown[]): Promise<StoredProposal[]> {
    const rows = await this.work.query<Nullable<StoredProposal>>(sql, parameters);
    return rows.map((row) => withoutNulls<StoredProposal>(row));
  }
}
