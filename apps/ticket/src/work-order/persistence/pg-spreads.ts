import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type Spread, Spreads } from '../spread/spreads.port';

@Injectable()
export class PgSpreads extends Spreads {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({ id, step, number, data, context, after }: Spread, at: Date): Promise<void> {
    await this.work.execute(
      `insert into work_order_spread (id, step, number, data, context, after, next_at, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [id, step, number, JSON.stringify(data), JSON.stringify(context), after, at],
    );
  }

  async claim(now: Date, until: Date): Promise<Spread | undefined> {
    const [row] = await this.work.query<Nullable<Spread>>(
      `update work_order_spread set next_at = $2 where id = (
         select id from work_order_spread where next_at <= $1 order by next_at limit 1 for update skip locked
       ) returning id, step, number, data, context, after`,
      [now, until],
    );
    return row && withoutNulls(row);
  }

  async goOn(id: string, at: Date, after?: string): Promise<void> {
    await this.work.execute('update work_order_spread set next_at = $2, after = $3 where id = $1', [
      id,
      at,
      after,
    ]);
  }

  async remove(id: string): Promise<void> {
    await this.work.execute('delete from work_order_spread where id = $1', [id]);
  }
}
