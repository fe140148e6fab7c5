import { Injectable } from '@nestjs/common';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../../page';
import { type Trainer, type TrainerFilter, Trainers } from '../trainers.port';

const TRAINER = `id as "trainerId", staff_number as "staffNumber", name, course_codes as "courseCodes", remark, active`;

@Injectable()
export class PgTrainers extends Trainers {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(trainerId: string): Promise<Trainer | undefined> {
    const [row] = await this.work.query<Nullable<Trainer>>(`select ${TRAINER} from trainer where id = $1`, [
      trainerId,
    ]);
    return row && withoutNulls<Trainer>(row);
  }

  async list({ courseCode, active }: TrainerFilter, limit: number, cursor?: string): Promise<Page<Trainer>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text, CURSOR_PARTS.uuid);
    const rows = await this.work.query<Nullable<Trainer>>(
      `select ${TRAINER} from trainer where ($1::text is null or $1 = any (course_codes))
          and ($2::boolean is null or active = $2) and ($3::text is null or (name, id) > ($3, $4::uuid))
        order by name, id limit $5`,
      [courseCode, active, after[0], after[1], limit + 1],
    );
    return pageOf(
      rows.map((row) => withoutNulls<Trainer>(row)),
      limit,
      ({ name, trainerId }) => [name, trainerId],
    );
  }

  async save({ trainerId, staffNumber, name, courseCodes, remark, active }: Trainer): Promise<boolean> {
    const saved = await this.work.execute(
      `insert into trainer (id, staff_number, name, course_codes, remark, active)
       select $1::uuid, $2::text, $3, $4::text[], $5, $6::boolean
        where not exists (select 1 from trainer where staff_number = $2 and id <> $1)
       on conflict (id) do update set staff_number = excluded.staff_number, name = excluded.name,
         course_codes = excluded.course_codes, remark = excluded.remark, active = excluded.active`,
      [trainerId, staffNumber, name, courseCodes, remark, active],
    );
    return saved > 0;
  }
}
