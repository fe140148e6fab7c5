import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { Categories, type Category } from '../categories/categories.port';

type Row = Omit<Category, 'nameEn'> & { readonly nameEn: string | null };

@Injectable()
export class PgCategories extends Categories {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async put({ code, name, nameEn, position, active }: Category, now: Date): Promise<void> {
    await this.work.query(
      `insert into knowledge_category (code, name, name_en, position, active, updated_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (code) do update set name = excluded.name, name_en = excluded.name_en,
         position = excluded.position, active = excluded.active, updated_at = excluded.updated_at`,
      [code, name, nameEn, position, active, now],
    );
  }

  async isActive(code: string): Promise<boolean> {
    const rows = await this.work.query('select from knowledge_category where code = $1 and active', [code]);
    return rows.length > 0;
  }

  async all(): Promise<readonly Category[]> {
    const rows = await this.work.query<Row>(
      `select code, name, name_en as "nameEn", position, active from knowledge_category order by position, code`,
    );
    return rows.map(({ nameEn, ...row }) => ({ ...row, ...(nameEn !== null && { nameEn }) }));
  }
}
