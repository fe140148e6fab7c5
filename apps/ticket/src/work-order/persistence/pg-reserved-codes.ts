import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { ReservedCodes } from '../reserved-codes/reserved-codes.port';

@Injectable()
export class PgReservedCodes extends ReservedCodes {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async reserve(codes: readonly string[], day: string): Promise<readonly string[]> {
    const rows = await this.work.query<{ code: string }>(
      `insert into reserved_query_code (code, reserved_on)
       select code, to_date($2, 'YYYYMMDD') from unnest($1::text[]) as code
       where not exists (select from work_order where query_code = code)
       on conflict (code) do nothing returning code`,
      [codes, day],
    );
    return rows.map(({ code }) => code);
  }

  async take(code: string): Promise<boolean> {
    const rows = await this.work.query('delete from reserved_query_code where code = $1 returning code', [
      code,
    ]);
    return rows.length > 0;
  }

  async isReserved(code: string): Promise<boolean> {
    const rows = await this.work.query('select from reserved_query_code where code = $1', [code]);
    return rows.length > 0;
  }
}
