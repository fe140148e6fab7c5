import { Injectable } from '@nestjs/common';
import type { ListLeaversRequest } from '@switchyard/contracts';
import type { Employment, LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { Page } from '../page';
import { Employments, type Leaver } from '../turnover/employments.port';

const DAY = /^\d{4}-\d\d-\d\d$/;
const WHEN = `hired_on::text as "hiredOn", left_on::text as "leftOn", leaving_kind as "leavingKind", leaving_reason as "leavingReason"`;

@Injectable()
export class PgEmployments extends Employments {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async since(
    from: LocalDate,
    { departmentCode, postCode }: { readonly departmentCode?: string; readonly postCode?: string },
  ): Promise<readonly Employment[]> {
    const rows = await this.work.query<Nullable<Employment>>(
      `select ${WHEN} from staff where (left_on is null or left_on >= $1)
         and ($2::text is null or department_code = $2) and ($3::text is null or post_code = $3)`,
      [from, departmentCode, postCode],
    );
    return rows.map((row) => withoutNulls<Employment>(row));
  }

  async leavers(
    filter: Omit<ListLeaversRequest, 'limit' | 'cursor'>,
    limit: number,
    cursor?: string,
  ): Promise<Page<Leaver>> {
    const { from, before, departmentCode, leavingKind, leavingReason } = filter;
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.text);
    const rows = await this.work.query<Nullable<Leaver>>(
      `select staff_number as "staffNumber", name, department_code as "departmentCode", post_code as "postCode", ${WHEN}
         from staff where status = 'left' and ($1::date is null or left_on >= $1) and ($2::date is null or left_on < $2)
          and ($3::text is null or department_code = $3) and ($4::text is null or leaving_kind = $4)
          and ($5::text is null or leaving_reason = $5)
          and ($6::date is null or (left_on, staff_number) < ($6, $7::text))
        order by left_on desc, staff_number desc limit $8`,
      [from, before, departmentCode, leavingKind, leavingReason, after[0], after[1], limit + 1],
    );
    const leavers = rows.map((row) => withoutNulls<Leaver>(row));
    return pageOf(leavers, limit, ({ leftOn, staffNumber }) => [leftOn, staffNumber]);
  }
}
