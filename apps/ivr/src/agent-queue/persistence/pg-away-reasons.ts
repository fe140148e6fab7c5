import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type AwayReasonRow, AwayReasons } from '../away-reasons/away-reasons.port';

@Injectable()
export class PgAwayReasons extends AwayReasons {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  list(): Promise<readonly AwayReasonRow[]> {
    return this.unitOfWork.query<AwayReasonRow>(
      'select code, name_zh as "nameZh", name_en as "nameEn", active from away_reasons order by code',
    );
  }

  async put({ code, nameZh, nameEn, active }: AwayReasonRow): Promise<void> {
    await this.unitOfWork.query(
      `insert into away_reasons (code, name_zh, name_en, active) values ($1, $2, $3, $4)
       on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
         active = excluded.active`,
      [code, nameZh, nameEn, active],
    );
  }
}
