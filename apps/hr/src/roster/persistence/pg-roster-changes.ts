import { Injectable } from '@nestjs/common';
import type { Violation } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type ChangeFilter,
  type ChangeState,
  type Consent,
  type RosterChange,
  RosterChanges,
} from '../changes.port';
import type { Page } from '../shift-templates.port';

type Row = Nullable<Omit<RosterChange, 'consents'>> & {
  readonly consents: readonly {
    staffNumber: string;
    answer: Consent['answer'] | null;
    answeredAt: string | null;
  }[];
};

const CHANGE = `c.id, c.roster_id as "rosterId", c.state, c.changes as cells, c.reason, c.violations, c.asked_at as "askedAt",
  c.asked_by as "askedBy", c.settled_at as "settledAt",
  coalesce((select json_agg(json_build_object('staffNumber', k.staff_number, 'answer', k.answer,
      'answeredAt', k.answered_at) order by k.staff_number)
    from roster_change_consent k where k.change_id = c.id), '[]') as consents`;

@Injectable()
export class PgRosterChanges extends RosterChanges {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(change: RosterChange): Promise<void> {
    const { id, rosterId, state, cells, reason, violations, askedAt, askedBy, settledAt, consents } = change;
    await this.work.execute(
      `insert into roster_change (id, roster_id, state, changes, reason, violations, asked_at, asked_by, settled_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        rosterId,
        state,
        JSON.stringify(cells),
        reason,
        JSON.stringify(violations),
        askedAt,
        askedBy,
        settledAt,
      ],
    );
    await this.work.execute(
      'insert into roster_change_consent (change_id, staff_number) select $1, number from unnest($2::text[]) as number',
      [id, consents.map(({ staffNumber }) => staffNumber)],
    );
  }

  async find(id: string): Promise<RosterChange | undefined> {
    return (await this.select('c.id = $1', [id]))[0];
  }

  async lock(id: string): Promise<RosterChange | undefined> {
    await this.work.query('select 1 from roster_change where id = $1 for update', [id]);
    return this.find(id);
  }

  async answer(
    id: string,
    { staffNumber, answer, answeredAt }: Required<Consent>,
    by: string,
  ): Promise<void> {
    await this.work.execute(
      `update roster_change_consent set answer = $3, answered_at = $4, answered_by = $5
       where change_id = $1 and staff_number = $2`,
      [id, staffNumber, answer, answeredAt, by],
    );
  }

  async settle(id: string, state: ChangeState, violations: readonly Violation[], at: Date): Promise<void> {
    await this.work.execute(
      'update roster_change set state = $2, violations = $3, settled_at = $4 where id = $1',
      [id, state, JSON.stringify(violations), at],
    );
  }

  async list(
    { rosterId, state, asks }: ChangeFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<RosterChange>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.select(
      `($1::uuid is null or c.roster_id = $1) and ($2::text is null or c.state = $2)
         and ($3::text is null or exists (
           select 1 from roster_change_consent k where k.change_id = c.id and k.staff_number = $3))
         and ($4::timestamptz is null or (c.asked_at, c.id) < ($4, $5::uuid))
       order by c.asked_at desc, c.id desc limit $6`,
      [rosterId, state, asks, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ askedAt, id }) => [askedAt.toISOString(), id]);
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<RosterChange[]> {
    const rows = await this.work.query<Row>(
      `select ${CHANGE} from roster_change c where ${where}`,
      parameters,
    );
    return rows.map(({ consents, ...row }) => ({
      ...withoutNulls<Omit<RosterChange, 'consents'>>(row),
      consents: consents.map(({ staffNumber, answer, answeredAt }) => ({
        staffNumber,
        ...(answer !== null && { answer }),
        ...(answeredAt !== null && { answeredAt: new Date(answeredAt) }),
      })),
    }));
  }
}
