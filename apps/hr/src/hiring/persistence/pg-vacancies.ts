import { Injectable } from '@nestjs/common';
import type { ListVacanciesRequest } from '@switchyard/contracts';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../page';
import { type StoredVacancy, Vacancies, type Vacancy } from '../vacancy/vacancies.port';

const SELECT = `select v.id as "vacancyId", v.department_code as "departmentCode", v.post_code as "postCode",
    v.group_code as "groupCode", v.head_count as "headCount", v.filled, v.reason, v.wanted_by::text as "wantedBy", v.state,
    v.requested_by as "requestedBy", v.requested_at as "requestedAt", v.decided_by as "decidedBy",
    v.decided_at as "decidedAt", v.opened_at as "openedAt", v.ended_at as "endedAt", v.note,
    (select count(*)::integer from candidate c where c.vacancy_id = v.id
       and c.state not in ('hired', 'rejected', 'withdrawn')) as candidates
  from vacancy v`;

@Injectable()
export class PgVacancies extends Vacancies {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(vacancy: StoredVacancy): Promise<void> {
    await this.work.execute(
      `insert into vacancy (id, department_code, post_code, group_code, head_count, filled, reason, wanted_by, state,
         requested_by, requested_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        vacancy.vacancyId,
        vacancy.departmentCode,
        vacancy.postCode,
        vacancy.groupCode,
        vacancy.headCount,
        vacancy.filled,
        vacancy.reason,
        vacancy.wantedBy,
        vacancy.state,
        vacancy.requestedBy,
        vacancy.requestedAt,
      ],
    );
  }

  async find(vacancyId: string): Promise<Vacancy | undefined> {
    return (await this.select('where v.id = $1', [vacancyId]))[0];
  }

  async lock(vacancyId: string): Promise<Vacancy | undefined> {
    await this.work.query('select 1 from vacancy where id = $1 for update', [vacancyId]);
    return this.find(vacancyId);
  }

  async save(vacancy: StoredVacancy): Promise<void> {
    await this.work.execute(
      `update vacancy set state = $2, filled = $3, decided_by = $4, decided_at = $5, opened_at = $6, ended_at = $7, note = $8
       where id = $1`,
      [
        vacancy.vacancyId,
        vacancy.state,
        vacancy.filled,
        vacancy.decidedBy,
        vacancy.decidedAt,
        vacancy.openedAt,
        vacancy.endedAt,
        vacancy.note,
      ],
    );
  }

  async list(
    { state, departmentCode, postCode }: Omit<ListVacanciesRequest, 'limit' | 'cursor'>,
    limit: number,
    cursor?: string,
  ): Promise<Page<Vacancy>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.select(
      `where ($1::text is null or v.state = $1) and ($2::text is null or v.department_code = $2)
         and ($3::text is null or v.post_code = $3)
         and ($4::timestamptz is null or (v.requested_at, v.id) < ($4, $5::uuid))
       order by v.requested_at desc, v.id desc limit $6`,
      [state, departmentCode, postCode, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ requestedAt, vacancyId }) => [requestedAt.toISOString(), vacancyId]);
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<Vacancy[]> {
    const rows = await this.work.query<Nullable<Vacancy>>(`${SELECT} ${where}`, parameters);
    return rows.map((row) => withoutNulls<Vacancy>(row));
  }
}
