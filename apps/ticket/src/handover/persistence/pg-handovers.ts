import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  Handovers,
  type Handover,
  type HandoverEvent,
  type HandoverFilter,
  type HandoversPage,
} from '../handovers.port';

const SUMMARY = `id, state, shift, outgoing, outgoing_id as "outgoingId", relief, briefing, moved,
  created_at as "createdAt", submitted_at as "submittedAt", accepted_at as "acceptedAt"`;
const COLUMNS = `${SUMMARY}, content, notes`;

type Row = Nullable<Handover>;

@Injectable()
export class PgHandovers extends Handovers {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({ id, state, shift, outgoing, outgoingId, relief, createdAt }: Handover): Promise<boolean> {
    const added = await this.work.execute(
      `insert into handover (id, state, shift, outgoing, outgoing_id, relief, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (outgoing) where state in ('draft', 'submitted') do nothing`,
      [id, state, shift, outgoing, outgoingId, relief, createdAt],
    );
    return added > 0;
  }

  find(id: string): Promise<Handover | undefined> {
    return this.one('id = $1', id);
  }

  lock(id: string): Promise<Handover | undefined> {
    return this.one('id = $1', id, 'for update');
  }

  underWay(outgoing: string): Promise<Handover | undefined> {
    return this.one(`outgoing = $1 and state in ('draft', 'submitted')`, outgoing);
  }

  async save(handover: Handover): Promise<void> {
    const { id, state, content, notes, briefing, moved, submittedAt, acceptedAt } = handover;
    await this.work.query(
      `update handover set state = $2, content = $3, notes = $4, briefing = $5, moved = $6, submitted_at = $7,
         accepted_at = $8
       where id = $1`,
      [
        id,
        state,
        content && JSON.stringify(content),
        JSON.stringify(notes),
        briefing,
        moved,
        submittedAt,
        acceptedAt,
      ],
    );
  }

  async remember(id: string, { at, actor, change, reason }: HandoverEvent): Promise<void> {
    await this.work.query(
      'insert into handover_event (handover_id, at, actor, change, reason) values ($1, $2, $3, $4, $5)',
      [id, at, actor, change, reason],
    );
  }

  async history(id: string): Promise<readonly HandoverEvent[]> {
    const rows = await this.work.query<Omit<HandoverEvent, 'reason'> & { readonly reason: string | null }>(
      'select at, actor, change, reason from handover_event where handover_id = $1 order by id limit 1000',
      [id],
    );
    return rows.map(({ reason, ...row }) => ({ ...row, ...(reason !== null && { reason }) }));
  }

  async list(filter: HandoverFilter, limit: number, cursor?: string): Promise<HandoversPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Row>(
      `select ${SUMMARY}, null as content, '[]'::jsonb as notes from handover
       where ($1::text is null or state = $1) and ($2::text is null or outgoing = $2)
         and ($3::text is null or relief = $3) and ($4::timestamptz is null or created_at >= $4)
         and ($5::timestamptz is null or created_at < $5)
         and ($6::timestamptz is null or (created_at, id) < ($6, $7::uuid))
       order by created_at desc, id desc limit $8`,
      [filter.state, filter.outgoing, filter.relief, filter.from, filter.to, after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toHandover), limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  private async one(where: string, value: string, lock = ''): Promise<Handover | undefined> {
    const [row] = await this.work.query<Row>(`select ${COLUMNS} from handover where ${where} ${lock}`, [
      value,
    ]);
    return row && toHandover(row);
  }
}

function toHandover(row: Row): Handover {
  return withoutNulls<Handover>(row);
}
