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
import type { Page } from '../shift-templates.port';
import { type StoredWish, type WishFilter, Wishes } from '../wishes.port';

const DAY = /^\d{4}-\d\d-\d\d$/;
const WISH = `id, staff_number as "staffNumber", day::text, kind, template_code as "templateCode", note,
  stated_at as "statedAt"`;

@Injectable()
export class PgWishes extends Wishes {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(
    { id, staffNumber, day, kind, templateCode, note, statedAt }: StoredWish,
    by: string,
  ): Promise<boolean> {
    const added = await this.work.execute(
      `insert into roster_wish (id, staff_number, day, kind, template_code, note, stated_at, stated_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [id, staffNumber, day, kind, templateCode, note, statedAt, by],
    );
    return added > 0;
  }

  async find(id: string): Promise<StoredWish | undefined> {
    const [wish] = await this.select('id = $1 and withdrawn_at is null', [id]);
    return wish;
  }

  async withdraw(id: string, at: Date): Promise<void> {
    await this.work.execute(
      'update roster_wish set withdrawn_at = $2 where id = $1 and withdrawn_at is null',
      [id, at],
    );
  }

  between(from: LocalDate, to: LocalDate): Promise<readonly StoredWish[]> {
    return this.select('withdrawn_at is null and day between $1 and $2 order by stated_at, id', [from, to]);
  }

  async list(
    { staffNumber, from, to }: WishFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<StoredWish>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.uuid);
    const rows = await this.select(
      `withdrawn_at is null and ($1::text is null or staff_number = $1) and ($2::date is null or day >= $2)
         and ($3::date is null or day <= $3) and ($4::date is null or (day, id) > ($4, $5::uuid))
       order by roster_wish.day, id limit $6`,
      [staffNumber, from, to, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ day, id }) => [day, id]);
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<StoredWish[]> {
    const rows = await this.work.query<Nullable<StoredWish>>(
      `select ${WISH} from roster_wish where ${where}`,
      parameters,
    );
    return rows.map((row) => withoutNulls<StoredWish>(row));
  }
}
