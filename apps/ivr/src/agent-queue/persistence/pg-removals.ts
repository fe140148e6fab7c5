import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type NotedRemoval, type Removal, Removals } from '../retention/removals.port';

/** Any number that nothing else in this database locks. */
const LOCK = 5_170_304;

@Injectable()
export class PgRemovals extends Removals {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  /** The lock belongs to a connection of its own: each removal commits by itself. */
  alone<T>(work: () => Promise<T>): Promise<T | undefined> {
    return this.unitOfWork.withConnection(async (client) => {
      const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
        LOCK,
      ]);
      if (rows[0]?.locked !== true) return undefined;
      try {
        return await work();
      } finally {
        await client.query('select pg_advisory_unlock($1)', [LOCK]);
      }
    });
  }

  remove({ what, item, keptSince, days }: Removal, at: Date, work: () => Promise<void>): Promise<void> {
    return this.unitOfWork.inTransaction(async () => {
      await this.unitOfWork.execute(
        'insert into retention_removal (removed_at, what, item, kept_since, days) values ($1, $2, $3, $4, $5)',
        [at, what, item, keptSince, days],
      );
      await work();
    });
  }

  list(
    { what, from, to }: { what?: Removal['what']; from?: Date; to?: Date },
    limit: number,
    beforeId?: string,
  ): Promise<readonly NotedRemoval[]> {
    return this.unitOfWork.query<NotedRemoval>(
      `select id::text, removed_at as "removedAt", what, item, kept_since as "keptSince", days
       from retention_removal
       where ($1::text is null or what = $1) and ($2::timestamptz is null or removed_at >= $2)
         and ($3::timestamptz is null or removed_at < $3) and ($4::bigint is null or id < $4)
       order by id desc limit $5 + 1`,
      [what ?? null, from ?? null, to ?? null, beforeId ?? null, limit],
    );
  }
}
