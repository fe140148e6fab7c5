import { CURSOR_PARTS, decodeCursor, type Nullable, pageOf, type UnitOfWork } from '@switchyard/platform';
import type { Page, StaffQuery, StaffRecord } from '../staff-register.port';
import { STAFF_COLUMNS, STAFF_TABLES, toRecord } from './staff-rows';

const DAY = /^\d{4}-\d\d-\d\d$/;

interface Order {
  readonly key: string;
  readonly part: RegExp;
  readonly descending: boolean;
  readonly of: (record: StaffRecord) => string;
}

const ORDERS: Readonly<Record<NonNullable<StaffQuery['sort']>, Order>> = {
  'staff-number': {
    key: `''::text`,
    part: CURSOR_PARTS.text,
    descending: false,
    of: () => '',
  },
  name: { key: 's.name', part: CURSOR_PARTS.text, descending: false, of: ({ name }) => name },
  hired: { key: 's.hired_on', part: DAY, descending: false, of: ({ hiredOn }) => hiredOn },
  'hired-desc': { key: 's.hired_on', part: DAY, descending: true, of: ({ hiredOn }) => hiredOn },
};

/** One page of the staff that fit a query. @throws DomainError `request.invalid` for a cursor of another list */
export async function listStaff(
  work: UnitOfWork,
  query: StaffQuery,
  limit: number,
  cursor?: string,
): Promise<Page<StaffRecord>> {
  const order = ORDERS[query.sort ?? 'staff-number'];
  const after = cursor === undefined ? [] : decodeCursor(cursor, order.part, CURSOR_PARTS.text);
  const type = order.part === DAY ? 'date' : 'text';
  const direction = order.descending ? 'desc' : 'asc';
  const rows = await work.query<Nullable<StaffRecord>>(
    `select ${STAFF_COLUMNS} from ${STAFF_TABLES}
     where ($1::text is null or s.department_code = $1) and ($2::text is null or s.group_code = $2)
       and ($3::text is null or s.post_code = $3) and ($4::text is null or s.status = $4)
       and ($5::text is null or s.tier = $5)
       and ($6::text is null or exists (select 1 from staff_skill k
             where k.staff_number = s.staff_number and k.skill_code = $6))
       and ($7::date is null or s.left_on is null or (s.left_on > $7 and s.left_on > s.hired_on)) and ($8::date is null or s.hired_on <= $8)
       and ($9::text is null or strpos(lower(s.name), lower($9)) > 0 or starts_with(lower(s.staff_number), lower($9)))
       and ($10::boolean is null or (s.account_id is not null) = $10)
       and ($11::text[] is null or s.group_code = any ($11))
       and ($12::${type} is null or (${order.key}, s.staff_number) ${order.descending ? '<' : '>'} ($12::${type}, $13::text))
     order by ${order.key} ${direction}, s.staff_number ${direction} limit $14`,
    [
      query.departmentCode,
      query.groupCode,
      query.postCode,
      query.status,
      query.tier,
      query.skill,
      query.from,
      query.to,
      query.text?.trim(),
      query.hasAccount,
      query.withinGroups,
      after[0],
      after[1],
      limit + 1,
    ],
  );
  return pageOf(rows.map(toRecord), limit, (record) => [order.of(record), record.staffNumber]);
}
