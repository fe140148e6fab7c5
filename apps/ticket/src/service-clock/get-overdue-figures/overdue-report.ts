import type { OverdueFigures } from '@switchyard/contracts';

export type Counts = Omit<OverdueFigures, 'onTimeShare'>;

const NONE: Counts = { started: 0, open: 0, dueSoon: 0, overdue: 0, metInTime: 0, metLate: 0, ended: 0 };

/** Of those met and those that are late: what is neither yet says nothing about being on time. */
export function withShare(counts: Counts): OverdueFigures {
  const judged = counts.metInTime + counts.metLate + counts.overdue;
  return { ...counts, onTimeShare: judged === 0 ? null : counts.metInTime / judged };
}

export function totalOf(rows: readonly Counts[]): OverdueFigures {
  const sum = (one: Counts, other: Counts): Counts => ({
    started: one.started + other.started,
    open: one.open + other.open,
    dueSoon: one.dueSoon + other.dueSoon,
    overdue: one.overdue + other.overdue,
    metInTime: one.metInTime + other.metInTime,
    metLate: one.metLate + other.metLate,
    ended: one.ended + other.ended,
  });
  return withShare(rows.reduce(sum, NONE));
}
