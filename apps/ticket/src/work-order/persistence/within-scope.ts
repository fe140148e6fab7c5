/**
 * The condition that a work order is one of those that somebody may read (`assertMayRead`).
 * @param number the column that holds its number, with its table's name
 * @param scope place of a parameter with departments and areas, null for all
 */
export const withinScope = (number: string, scope: string): string => `(${scope}::text[] is null
  or exists (select from work_order scoped where scoped.number = ${number}
    and (scoped.owner = any(${scope}) or scoped.last_department = any(${scope}) or scoped.area_code = any(${scope}))))`;
