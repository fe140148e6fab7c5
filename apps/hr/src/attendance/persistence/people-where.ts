import type { PeopleFilter } from '../people/people';

/**
 * The condition of a list on the member of staff `s`; its four parameters begin at `$first`. Give them by
 * `peopleParameters`.
 */
export function peopleWhere(first: number): string {
  const [number, department, group, groups] = [0, 1, 2, 3].map((offset) => `$${first + offset}`);
  return `(${number}::text is null or s.staff_number = ${number}) and (${department}::text is null or s.department_code = ${department})
    and (${group}::text is null or s.group_code = ${group}) and (${groups}::text[] is null or s.group_code = any (${groups}))`;
}

export function peopleParameters({
  staffNumber,
  departmentCode,
  groupCode,
  groupCodes,
}: PeopleFilter): unknown[] {
  return [staffNumber, departmentCode, groupCode, groupCodes];
}
