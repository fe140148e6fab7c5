import { Injectable } from '@nestjs/common';
import { type DayStatus, returnInterviewBy } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import type { JudgedShift } from '../attendance-days.port';
import {
  type InterviewKind,
  Interviews,
  type LatenessFilter,
  type LatenessInterview,
  type PolicyOf,
  type RequiredInterview,
  type ReturnFilter,
  type ReturnInterview,
} from '../interviews.port';
import type { Page } from '../punches.port';
import { peopleParameters, peopleWhere } from './people-where';
import { COUNT_LATENESS, REQUIRE_LATENESS, REQUIRE_RETURN } from './require-interviews';

const STATE = `case when i.reviewed_at is not null then 'reviewed' when i.held_at is not null then 'held'
  when i.late_count < i.needed_count then 'lapsed' else 'required' end`;
const HELD = `i.held_at as "heldAt", i.held_by as "heldBy", i.record, i.file_key as "fileKey", i.file_name as "fileName"`;
const LATENESS = `select i.id, i.staff_number as "staffNumber", s.name, to_char(i.month, 'YYYY-MM') as month,
  i.late_count as "lateCount", ${STATE} as state, i.required_at as "requiredAt", ${HELD}, i.reviewed_at as "reviewedAt",
  i.reviewed_by as "reviewedBy", i.review from lateness_interview i join staff s using (staff_number)`;
const RETURN = `select i.id, i.staff_number as "staffNumber", s.name, i.returned_on::text as "returnedOn", i.due_at as "dueAt",
  ${HELD} from return_interview i join staff s using (staff_number)`;

const ATTENDED: ReadonlySet<DayStatus> = new Set(['present', 'field-work', 'missed-punch']);
const DATE = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgInterviews extends Interviews {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async require(
    staffNumbers: readonly string[],
    shifts: readonly JudgedShift[],
    policyOf: PolicyOf,
    now: Date,
  ): Promise<readonly RequiredInterview[]> {
    const months = new Map(
      shifts.map(({ entry }) => [`${entry.workDate.slice(0, 7)}-01`, policyOf(entry.workDate)]),
    );
    const required: RequiredInterview[] = [];
    for (const [month, { interviewFromCount }] of months) {
      await this.work.execute(COUNT_LATENESS, [staffNumbers, month]);
      const parameters = [staffNumbers, month, interviewFromCount, now];
      required.push(...(await this.work.query<RequiredInterview>(REQUIRE_LATENESS, parameters)));
    }
    const back = shifts.filter(({ verdict }) => ATTENDED.has(verdict.status));
    if (back.length === 0) return required;
    const returns = await this.work.query<RequiredInterview>(REQUIRE_RETURN, [
      back.map(({ entry }) => entry.staffNumber),
      back.map(({ entry }) => entry.workDate),
      back.map(({ entry }) => returnInterviewBy(entry, policyOf(entry.workDate))),
    ]);
    return [...required, ...returns];
  }

  async lateness(id: string): Promise<LatenessInterview | undefined> {
    return (await this.latenesses('where i.id = $1', [id]))[0];
  }

  async return(id: string): Promise<ReturnInterview | undefined> {
    return (await this.returns('where i.id = $1', [id]))[0];
  }

  async hold(kind: InterviewKind, id: string, held: Parameters<Interviews['hold']>[2]): Promise<boolean> {
    const changed = await this.work.execute(
      `update ${kind}_interview set held_at = $2, held_by = $3, record = $4, file_key = $5, file_name = $6
       where id = $1 and held_at is null`,
      [id, held.heldAt, held.heldBy, held.record, held.fileKey, held.fileName],
    );
    return changed > 0;
  }

  async review(id: string, review: string, at: Date, by: string): Promise<boolean> {
    const changed = await this.work.execute(
      `update lateness_interview set review = $2, reviewed_at = $3, reviewed_by = $4
       where id = $1 and held_at is not null and reviewed_at is null`,
      [id, review, at, by],
    );
    return changed > 0;
  }

  async listLateness(
    filter: LatenessFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<LatenessInterview>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const month = filter.month === undefined ? undefined : `${filter.month}-01`;
    const rows = await this.latenesses(
      `where ($1::date is null or i.month = $1) and ($2::text is null or ${STATE} = $2)
         and ($3::timestamptz is null or (i.required_at, i.id) < ($3, $4::uuid)) and ${peopleWhere(6)}
       order by i.required_at desc, i.id desc limit $5`,
      [month, filter.state, after[0], after[1], limit + 1, ...peopleParameters(filter)],
    );
    return pageOf(rows, limit, ({ requiredAt, id }) => [requiredAt.toISOString(), id]);
  }

  async listReturns(filter: ReturnFilter, limit: number, cursor?: string): Promise<Page<ReturnInterview>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DATE, CURSOR_PARTS.uuid);
    const rows = await this.returns(
      `where ($1::date is null or i.returned_on >= $1) and ($2::date is null or i.returned_on <= $2)
         and ($3::boolean is null or (i.held_at is not null) = $3)
         and ($4::date is null or (i.returned_on, i.id) < ($4, $5::uuid)) and ${peopleWhere(7)}
       order by i.returned_on desc, i.id desc limit $6`,
      [filter.from, filter.to, filter.held, after[0], after[1], limit + 1, ...peopleParameters(filter)],
    );
    return pageOf(rows, limit, ({ returnedOn, id }) => [returnedOn, id]);
  }

  private async latenesses(rest: string, parameters: readonly unknown[]): Promise<LatenessInterview[]> {
    const rows = await this.work.query<Nullable<LatenessInterview>>(`${LATENESS} ${rest}`, parameters);
    return rows.map((row) => withoutNulls<LatenessInterview>(row));
  }

  private async returns(rest: string, parameters: readonly unknown[]): Promise<ReturnInterview[]> {
    const rows = await this.work.query<Nullable<ReturnInterview>>(`${RETURN} ${rest}`, parameters);
    return rows.map((row) => withoutNulls<ReturnInterview>(row));
  }
}
