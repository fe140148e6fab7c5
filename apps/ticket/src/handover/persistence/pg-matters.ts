import { Injectable } from '@nestjs/common';
import type { OpenMatter } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import { Matters, type Matter, type MatterFilter, type MattersPage } from '../matters/matters.port';

const OPEN = `id as "matterId", text, recorded_by as "recordedBy", recorded_at as "recordedAt"`;
const COLUMNS = `${OPEN}, result, settled_by as "settledBy", settled_at as "settledAt"`;

type Row = Nullable<Matter>;

@Injectable()
export class PgMatters extends Matters {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({ matterId, text, recordedBy, recordedAt }: Matter): Promise<void> {
    await this.work.query(
      'insert into handover_matter (id, text, recorded_by, recorded_at) values ($1, $2, $3, $4)',
      [matterId, text, recordedBy, recordedAt],
    );
  }

  async settle(
    matterId: string,
    { result, settledBy, settledAt }: Required<Pick<Matter, 'result' | 'settledBy' | 'settledAt'>>,
  ): Promise<Matter | undefined> {
    await this.work.query(
      `update handover_matter set result = $2, settled_by = $3, settled_at = $4 where id = $1 and settled_at is null`,
      [matterId, result, settledBy, settledAt],
    );
    const [row] = await this.work.query<Row>(`select ${COLUMNS} from handover_matter where id = $1`, [
      matterId,
    ]);
    return row && toMatter(row);
  }

  open(limit: number): Promise<readonly OpenMatter[]> {
    return this.work.query<OpenMatter>(
      `select ${OPEN} from handover_matter where settled_at is null order by recorded_at, id limit $1`,
      [limit],
    );
  }

  async list({ recordedBy, settled }: MatterFilter, limit: number, cursor?: string): Promise<MattersPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Row>(
      `select ${COLUMNS} from handover_matter
       where ($1::text is null or recorded_by = $1) and ($2::boolean is null or (settled_at is not null) = $2)
         and ($3::timestamptz is null or (recorded_at, id) < ($3, $4::uuid))
       order by recorded_at desc, id desc limit $5`,
      [recordedBy, settled, after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toMatter), limit, ({ recordedAt, matterId }) => [
      recordedAt.toISOString(),
      matterId,
    ]);
  }
}

function toMatter(row: Row): Matter {
  return withoutNulls<Matter>(row);
}
