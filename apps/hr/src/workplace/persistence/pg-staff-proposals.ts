import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type AdoptedProposal, AdoptedProposals } from '../adopted-proposals.port';
import { listRows, type PageOptions, type RowPage } from '../common/list-rows';
import {
  type Judged,
  type NewProposal,
  type Proposal,
  type ProposalFilter,
  StaffProposals,
} from '../proposals/proposals.port';

const PROPOSAL = `id, staff_number as "staffNumber", title, text, state, submitted_at as "submittedAt",
  due_on::text as "dueOn", judged_at as "judgedAt", judged_on::text as "judgedOn", judged_by as "judgedBy", judgement`;

@Injectable()
export class PgStaffProposals extends StaffProposals {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({ id, staffNumber, title, text, submittedAt, dueOn }: NewProposal): Promise<void> {
    await this.work.execute(
      `insert into staff_proposal (id, staff_number, title, text, state, submitted_at, due_on)
       values ($1, $2, $3, $4, 'submitted', $5, $6)`,
      [id, staffNumber, title, text, submittedAt, dueOn],
    );
  }

  async lock(id: string): Promise<Proposal | undefined> {
    const [row] = await this.work.query<Nullable<Proposal>>(
      `select ${PROPOSAL} from staff_proposal where id = $1 for update`,
      [id],
    );
    return row && withoutNulls<Proposal>(row);
  }

  async judge(id: string, { state, judgedAt, judgedOn, judgedBy, judgement }: Judged): Promise<void> {
    await this.work.execute(
      `update staff_proposal set state = $2, judged_at = $3, judged_on = $4, judged_by = $5, judgement = $6
       where id = $1`,
      [id, state, judgedAt, judgedOn, judgedBy, judgement],
    );
  }

  async list(
    { staffNumber, state, overdue, from, to }: ProposalFilter,
    today: LocalDate,
    options: PageOptions,
  ): Promise<RowPage<Proposal>> {
    const late = `state = 'submitted' and due_on < ?::date`;
    const page = await listRows<Nullable<Proposal>>(
      this.work,
      {
        columns: PROPOSAL,
        from: 'staff_proposal',
        at: 'submitted_at',
        id: 'id',
        where: [
          ['staff_number = ?', staffNumber],
          ['state = ?', state],
          [overdue === false ? `not (${late})` : late, overdue === undefined ? undefined : today],
          [`(submitted_at at time zone 'Asia/Shanghai')::date >= ?::date`, from],
          [`(submitted_at at time zone 'Asia/Shanghai')::date <= ?::date`, to],
        ],
      },
      options,
    );
    return { ...page, items: page.items.map((row) => withoutNulls<Proposal>(row)) };
  }
}

@Injectable()
export class PgAdoptedProposals extends AdoptedProposals {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  between(from: LocalDate, to: LocalDate): Promise<readonly AdoptedProposal[]> {
    return this.work.query<AdoptedProposal>(
      `select id as "proposalId", staff_number as "staffNumber", title, judged_on::text as "adoptedOn"
         from staff_proposal where state = 'adopted' and judged_on between $1 and $2 order by judged_on, id`,
      [from, to],
    );
  }
}
