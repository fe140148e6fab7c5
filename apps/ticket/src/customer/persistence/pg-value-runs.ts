import { Injectable } from '@nestjs/common';
import type { ValueRunState } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import { type ValueRun, ValueRuns, type ValueRunsPage } from '../customer-value/value-runs.port';

const COLUMNS = `id as "runId", state, day::text as day, started_by as "startedBy", started_at as "startedAt",
  ended_at as "endedAt", accounts, changed`;

type Row = Omit<ValueRun, 'endedAt'> & { readonly endedAt: Date | null };

@Injectable()
export class PgValueRuns extends ValueRuns {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  begin({ runId, day, startedBy, startedAt }: ValueRun, leaseSeconds: number): Promise<boolean> {
    return this.work.inTransaction(async () => {
      await this.work.query(
        `update customer_value_run set state = 'interrupted', ended_at = $1
         where state = 'running' and lease_until < $1`,
        [startedAt],
      );
      const begun = await this.work.execute(
        `insert into customer_value_run (id, state, day, started_by, started_at, lease_until)
         values ($1, 'running', $2, $3, $4, $4::timestamptz + make_interval(secs => $5))
         on conflict ((true)) where state = 'running' do nothing`,
        [runId, day, startedBy, startedAt, leaseSeconds],
      );
      return begun > 0;
    });
  }

  async advance(
    runId: string,
    { accounts, changed }: { readonly accounts: number; readonly changed: number },
    now: Date,
    leaseSeconds: number,
  ): Promise<boolean> {
    const advanced = await this.work.execute(
      `update customer_value_run set accounts = accounts + $2, changed = changed + $3,
         lease_until = $4::timestamptz + make_interval(secs => $5)
       where id = $1 and state = 'running'`,
      [runId, accounts, changed, now, leaseSeconds],
    );
    return advanced > 0;
  }

  async end(runId: string, state: Exclude<ValueRunState, 'running'>, now: Date): Promise<void> {
    await this.work.query(
      `update customer_value_run set state = $2, ended_at = $3, lease_until = null
       where id = $1 and state = 'running'`,
      [runId, state, now],
    );
  }

  running(): Promise<ValueRun | undefined> {
    return this.one(`state = 'running'`, []);
  }

  find(runId: string): Promise<ValueRun | undefined> {
    return this.one('id = $1', [runId]);
  }

  async hasRunOn(day: string): Promise<boolean> {
    const rows = await this.work.query(
      `select from customer_value_run where day = $1 and state in ('running', 'completed') limit 1`,
      [day],
    );
    return rows.length > 0;
  }

  async list(limit: number, cursor?: string): Promise<ValueRunsPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Row>(
      `select ${COLUMNS} from customer_value_run
       where ($1::timestamptz is null or (started_at, id) < ($1, $2::uuid))
       order by started_at desc, id desc limit $3`,
      [after[0], after[1], limit + 1],
    );
    return pageOf(rows.map(toRun), limit, ({ startedAt, runId }) => [startedAt.toISOString(), runId]);
  }

  private async one(where: string, values: readonly unknown[]): Promise<ValueRun | undefined> {
    const [row] = await this.work.query<Row>(
      `select ${COLUMNS} from customer_value_run where ${where}`,
      values,
    );
    return row && toRun(row);
  }
}

function toRun({ endedAt, ...row }: Row): ValueRun {
  return { ...row, ...(endedAt !== null && { endedAt }) };
}
