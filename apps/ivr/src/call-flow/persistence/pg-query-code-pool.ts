import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { QueryCodePool } from '../query-codes/query-code-pool.port';

@Injectable()
export class PgQueryCodePool extends QueryCodePool {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async take(): Promise<string | undefined> {
    const [row] = await this.unitOfWork.query<{ code: string }>(
      `delete from query_code_pool where code = (
         select code from query_code_pool limit 1 for update skip locked) returning code`,
    );
    return row?.code;
  }

  async add(codes: readonly string[]): Promise<void> {
    await this.unitOfWork.execute(
      'insert into query_code_pool (code) select unnest($1::text[]) on conflict do nothing',
      [codes],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.unitOfWork.query<{ count: number }>(
      'select count(*)::integer as count from query_code_pool',
    );
    return row?.count ?? 0;
  }
}
