import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { Areas, type Area } from '../areas.port';

type Row = Omit<Area, 'nameEn'> & { readonly nameEn: string | null };

const COLUMNS = `code, name, name_en as "nameEn", class`;

@Injectable()
export class PgAreas extends Areas {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async put(area: Area, now: Date): Promise<void> {
    await this.work.query(
      `insert into area (code, name, name_en, class, updated_at) values ($1, $2, $3, $4, $5)
       on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, class = excluded.class,
         updated_at = excluded.updated_at`,
      [area.code, area.name, area.nameEn, area.class, now],
    );
  }

  async find(code: string): Promise<Area | undefined> {
    const [row] = await this.work.query<Row>(`select ${COLUMNS} from area where code = $1`, [code]);
    return row && toArea(row);
  }

  async all(): Promise<readonly Area[]> {
    return (await this.work.query<Row>(`select ${COLUMNS} from area order by code`)).map(toArea);
  }
}

function toArea({ nameEn, ...row }: Row): Area {
  return { ...row, ...(nameEn !== null && { nameEn }) };
}
