import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { SignInFailures, type FailureKey } from '../failures.port';
import { countAttempt, type Attempt } from '../lock-out';

interface FailureRow {
  readonly key: string;
  readonly count: number;
  readonly last_at: Date;
  readonly locked_until: Date | null;
}

@Injectable()
export class PgSignInFailures extends SignInFailures {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  count(keys: readonly FailureKey[], now: Date): Promise<Attempt> {
    return this.work.inTransaction(async () => {
      const rows = await this.lock(keys, now);
      const attempts = keys.map(({ key, policy }) => {
        const row = rows.get(key);
        const before = row &&
          row.count > 0 && {
            count: row.count,
            lastAt: row.last_at,
            lockedUntil: row.locked_until ?? undefined,
          };
        return { key, attempt: countAttempt(before || undefined, now, policy) };
      });
      const refused = attempts.find(({ attempt }) => !attempt.allowed);
      if (refused) return refused.attempt;
      for (const { key, attempt } of attempts) if (attempt.allowed) await this.store(key, attempt);
      return attempts[0]?.attempt ?? { allowed: false, retryAfterSeconds: 1 };
    });
  }

  async clear(keys: readonly FailureKey[]): Promise<void> {
    await this.work.execute('delete from sign_in_failure where key = any ($1)', [keys.map(({ key }) => key)]);
  }

  /** Rows for all keys, made where missing, locked in the same order by everybody. */
  private async lock(keys: readonly FailureKey[], now: Date): Promise<ReadonlyMap<string, FailureRow>> {
    const names = keys.map(({ key }) => key).sort();
    await this.work.execute(
      `insert into sign_in_failure (key, count, last_at) select key, 0, $2 from unnest($1::text[]) as key
       on conflict do nothing`,
      [names, now],
    );
    const rows = await this.work.query<FailureRow>(
      'select * from sign_in_failure where key = any ($1) order by key for update',
      [names],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  private async store(key: string, { failures }: Attempt & { allowed: true }): Promise<void> {
    await this.work.execute(
      'update sign_in_failure set count = $2, last_at = $3, locked_until = $4 where key = $1',
      [key, failures.count, failures.lastAt, failures.lockedUntil ?? null],
    );
  }
}
