import { addDays, addMonths, type LocalDate, localDate } from '../shared';

const KEY = /^(\d{4})(?:-(Q[1-4]|0[1-9]|1[0-2]))?$/;

/** First and last day of '2026', '2026-Q2' or '2026-04'; undefined when it is none of these. */
export function workPlanPeriod(
  key: string,
): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const match = KEY.exec(key);
  const year = match?.[1];
  if (year === undefined || year < '1970') return undefined;
  const part = match?.[2] ?? '';
  const quarter = part.startsWith('Q') ? Number(part.slice(1)) : undefined;
  const month = quarter === undefined ? (part === '' ? 1 : Number(part)) : quarter * 3 - 2;
  const months = part === '' ? 12 : quarter === undefined ? 1 : 3;
  const from = localDate(`${year}-${String(month).padStart(2, '0')}-01`);
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** Whether a part's period lies within its whole's, and is shorter: a year is broken down to quarters and months. */
export function breaksDown(whole: string, part: string): boolean {
  const [outer, inner] = [workPlanPeriod(whole), workPlanPeriod(part)];
  if (!outer || !inner || whole === part) return false;
  return inner.from >= outer.from && inner.to <= outer.to;
}

export interface WorkPlanNode {
  readonly id: string;
  readonly parentId?: string;
  readonly state: 'open' | 'done' | 'dropped';
  /** Of the latest review, per cent. */
  readonly reviewed?: number;
}

/**
 * Progress of each item, per cent: done is 100; an item's own latest review counts before that of its parts; without one it is the mean
 * of its parts that were not dropped. Absent while nothing is known of it.
 */
export function workPlanProgress(items: readonly WorkPlanNode[]): ReadonlyMap<string, number> {
  const parts = new Map<string, WorkPlanNode[]>();
  for (const item of items) {
    if (item.parentId !== undefined) parts.set(item.parentId, [...(parts.get(item.parentId) ?? []), item]);
  }
  const progress = new Map<string, number>();
  const of = (item: WorkPlanNode): number | undefined => {
    if (item.state === 'done') return 100;
    if (item.reviewed !== undefined) return item.reviewed;
    const known = (parts.get(item.id) ?? []).filter(({ state }) => state !== 'dropped');
    const told = known.map(of);
    return told.every((value) => value === undefined)
      ? undefined
      : Math.round(told.reduce<number>((sum, value) => sum + (value ?? 0), 0) / told.length);
  };
  for (const item of items) {
    const told = of(item);
    if (told !== undefined) progress.set(item.id, told);
  }
  return progress;
}
