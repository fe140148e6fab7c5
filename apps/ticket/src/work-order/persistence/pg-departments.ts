import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { type Department, Departments } from '../department/departments.port';

const COLUMNS = `code, name, name_en as "nameEn", liaison_name as "liaisonName", liaison_phone as "liaisonPhone",
  head_name as "headName", head_phone as "headPhone", period_note as "periodNote", active,
  updated_at as "updatedAt", updated_by as "updatedBy"`;

@Injectable()
export class PgDepartments extends Departments {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(code: string): Promise<Department | undefined> {
    const [row] = await this.work.query<Nullable<Department>>(
      `select ${COLUMNS} from department where code = $1`,
      [code],
    );
    return row && withoutNulls<Department>(row);
  }

  async list(): Promise<readonly Department[]> {
    const rows = await this.work.query<Nullable<Department>>(
      `select ${COLUMNS} from department order by code`,
    );
    return rows.map((row) => withoutNulls<Department>(row));
  }

  async put(department: Department): Promise<void> {
    const { code, name, nameEn, liaisonName, liaisonPhone, headName, headPhone, periodNote } = department;
    await this.work.execute(
      `insert into department (code, name, name_en, liaison_name, liaison_phone, head_name, head_phone, period_note,
         active, updated_at, updated_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (code) do update set name = $2, name_en = $3, liaison_name = $4, liaison_phone = $5, head_name = $6,
         head_phone = $7, period_note = $8, active = $9, updated_at = $10, updated_by = $11`,
      [
        code,
        name,
        nameEn,
        liaisonName,
        liaisonPhone,
        headName,
        headPhone,
        periodNote,
        department.active,
        department.updatedAt,
        department.updatedBy,
      ],
    );
  }

  async hasWork(code: string): Promise<boolean> {
    const [row] = await this.work.query<{ works: boolean }>(
      `select exists (select from work_order where owner = $1 and status = 'open') as works`,
      [code],
    );
    return row?.works === true;
  }
}
