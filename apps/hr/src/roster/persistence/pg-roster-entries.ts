import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ROSTER_ENTRY_ERRORS } from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import { ADVISORY_CLASS, DomainError, UnitOfWork } from '@switchyard/platform';
import { type EntryReplacement, RosterEntries, type RosterEntry } from '../roster-entries.port';
import { ENTRY_COLUMNS, ENTRY_RECORD, entriesAsJson, type EntryRow, toEntry } from './entry-rows';

@Injectable()
export class PgRosterEntries extends RosterEntries {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  of(staffNumber: string, from: LocalDate, to: LocalDate): Promise<readonly RosterEntry[]> {
    return this.between(from, to, [staffNumber]);
  }

  async between(
    from: LocalDate,
    to: LocalDate,
    staffNumbers?: readonly string[],
  ): Promise<readonly RosterEntry[]> {
    return this.select(
      `state = 'published' and work_date between $1 and $2 and ($3::text[] is null or staff_number = any ($3))
       order by staff_number, start_at`,
      [from, to, staffNumbers],
    );
  }

  async find(id: string): Promise<RosterEntry | undefined> {
    return (await this.select('id = $1', [id]))[0];
  }

  lockOf(ids: readonly string[]): Promise<readonly RosterEntry[]> {
    return this.select(`id = any ($1::uuid[]) and state = 'published' order by id for update`, [ids]);
  }

  async replace(replacement: EntryReplacement): Promise<readonly RosterEntry[]> {
    const added = replacement.add.map((entry) => ({
      ...entry,
      id: randomUUID(),
      state: 'published' as const,
    }));
    await this.lockStaff(added.map(({ staffNumber }) => staffNumber));
    await this.end(replacement);
    await this.work.execute(
      `insert into roster_entry (id, staff_number, work_date, start_at, end_at, breaks, template_code, template_version,
         duty, roster_id, state, made_at, made_by, reason)
       select id, staff_number, work_date, start_at, end_at, breaks, template_code, template_version, duty, roster_id,
         'published', $2, $3, $4 from json_to_recordset($1) as entry ${ENTRY_RECORD}`,
      [entriesAsJson(added), replacement.at, replacement.by, replacement.reason],
    );
    await this.assertNoOverlap(added.map(({ id }) => id));
    return added;
  }

  private async end({ end, at, by, reason }: EntryReplacement): Promise<void> {
    const ids = [...new Set(end)];
    const ended = await this.work.execute(
      `update roster_entry set state = 'ended', ended_at = $2, ended_by = $3, reason = $4
       where id = any ($1::uuid[]) and state = 'published'`,
      [ids, at, by, reason],
    );
    if (ended === ids.length) return;
    throw new DomainError(
      ROSTER_ENTRY_ERRORS.ended,
      'A shift that is to be replaced was changed meanwhile; read the roster again and repeat.',
      { field: 'end' },
    );
  }

  /** Two who add shifts for the same person wait for one another; in one order, so that nobody waits for ever. */
  private async lockStaff(staffNumbers: readonly string[]): Promise<void> {
    await this.work.query(
      `select pg_advisory_xact_lock($1, key) from (
         select distinct hashtext('roster ' || number) as key from unnest($2::text[]) as number order by key) keys`,
      [ADVISORY_CLASS, staffNumbers],
    );
  }

  private async assertNoOverlap(ids: readonly string[]): Promise<void> {
    const [pair] = await this.work.query<{ staffNumber: string; workDate: string; otherDate: string }>(
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

  private async select(where: string, parameters: readonly unknown[]): Promise<RosterEntry[]> {
    const rows = await this.work.query<EntryRow>(
      `select ${ENTRY_COLUMNS} from roster_entry where ${where}`,
      parameters,
    );
    return rows.map(toEntry);
  }
}
