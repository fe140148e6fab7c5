import { Injectable } from '@nestjs/common';
import type { TelephoneAccessPolicy } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { type AdmittedTry, type RefusedTry, TelephoneTries, type TriesState } from '../telephone-tries.port';

interface Row {
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

const MINUTE_MS = 60_000;
const ROUNDS = 5;

@Injectable()
export class PgTelephoneTries extends TelephoneTries {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async admit(
    accountNo: string,
    reference: string,
    policy: TelephoneAccessPolicy,
    now: Date,
  ): Promise<AdmittedTry | RefusedTry> {
    // Between the statement that refuses and the one that reads, the lock may have been lifted: then once more.
    for (let round = 0; round < ROUNDS; round += 1) {
      const [admitted] = await this.count(accountNo, reference, policy, now);
      if (admitted) {
        const { failures, lockedUntil } = admitted;
        return { admitted: true, failures, ...(lockedUntil && { lockedUntil }) };
      }
      const [row] = await this.read(accountNo);
      if (row?.lockedUntil && row.lockedUntil > now) return { admitted: false, lockedUntil: row.lockedUntil };
    }
    throw new Error(`the tries of one account changed ${ROUNDS} times while one was to be counted`);
  }

  async takeBack(accountNo: string): Promise<void> {
    await this.work.query(
      `update telephone_try set failures = failures - 1, locked_until = null where account_no = $1 and failures > 0`,
      [accountNo],
    );
  }

  async clear(accountNo: string): Promise<void> {
    await this.work.query('delete from telephone_try where account_no = $1', [accountNo]);
  }

  async stateOf(accountNo: string, policy: TelephoneAccessPolicy, now: Date): Promise<TriesState> {
    const [row] = await this.work.query<Row>(
      `select failures, locked_until as "lockedUntil" from telephone_try
       where account_no = $1 and case when locked_until is null then last_failure_at > $2 else locked_until > $3 end`,
      [accountNo, forgottenBefore(policy, now), now],
    );
    return { failures: row?.failures ?? 0, ...(row?.lockedUntil && { lockedUntil: row.lockedUntil }) };
  }

  forget(policy: TelephoneAccessPolicy, now: Date): Promise<number> {
    return this.work.execute(
      `delete from telephone_try where last_failure_at <= $1 and (locked_until is null or locked_until <= $2)`,
      [forgottenBefore(policy, now), now],
    );
  }

  /** One row unless the account is locked. A lock that ran out, or failures long ago, start the count anew. */
  private count(
    accountNo: string,
    reference: string,
    policy: TelephoneAccessPolicy,
    now: Date,
  ): Promise<Row[]> {
    const lockUntil = new Date(now.getTime() + policy.lockMinutes * MINUTE_MS);
    const anew = `(t.locked_until is not null or t.last_failure_at <= $4)`;
    const failures = `case when ${anew} then 1 else t.failures + 1 end`;
    return this.work.query<Row>(
      `insert into telephone_try as t (account_no, failures, last_failure_at, locked_until, last_reference)
       values ($1, 1, $2, case when $5::integer <= 1 then $6::timestamptz end, $3)
       on conflict (account_no) do update set failures = ${failures}, last_failure_at = $2, last_reference = $3,
         locked_until = case when ${failures} >= $5 then $6::timestamptz end
       where t.locked_until is null or t.locked_until <= $2
       returning failures, locked_until as "lockedUntil"`,
      [accountNo, now, reference, forgottenBefore(policy, now), policy.maxFailures, lockUntil],
    );
  }

  private read(accountNo: string): Promise<Row[]> {
    return this.work.query<Row>(
      'select failures, locked_until as "lockedUntil" from telephone_try where account_no = $1',
      [accountNo],
    );
  }
}

function forgottenBefore({ forgetAfterMinutes }: TelephoneAccessPolicy, now: Date): Date {
  return new Date(now.getTime() - forgetAfterMinutes * MINUTE_MS);
}
