import { ROSTER_ENTRY_ERRORS } from '@switchyard/contracts';
import { ADVISORY_CLASS, DomainError, type UnitOfWork } from '@switchyard/platform';

/** Two who add shifts for the same person wait for one another; in one order, so that nobody waits for ever. */
export async function lockStaff(work: UnitOfWork, staffNumbers: readonly string[]): Promise<void> {
  await work.query(
    `select pg_advisory_xact_lock($1, key) from (
       select distinct hashtext('roster ' || number) as key from unnest($2::text[]) as number order by key) keys`,
    [ADVISORY_CLASS, staffNumbers],
  );
}

/** @throws DomainError `roster-entry.overlap` when a published shift among these meets another of the same person */
export async function assertNoOverlap(work: UnitOfWork, ids: readonly string[]): Promise<void> {
  const [pair] = await work.query<{ staffNumber: string; workDate: string; otherDate: string }>(
    `select a.staff_number as "staffNumber", a.work_date::text as "workDate", b.work_date::text as "otherDate"
       from roster_entry a join roster_entry b on b.staff_number = a.staff_number and b.id <> a.id
        and b.state = 'published' and b.work_date between a.work_date - 1 and a.work_date + 1
        and b.start_at < a.end_at and a.start_at < b.end_at
      where a.id = any ($1::uuid[]) order by a.start_at limit 1`,
    [ids],
  );
  if (!pair) return;
  throw new DomainError(
    ROSTER_ENTRY_ERRORS.overlap,
    `${pair.staffNumber} would have two shifts at once, those of ${pair.workDate} and ${pair.otherDate}; ` +
      'end one of them as well.',
    { field: 'add', ...pair },
  );
}
