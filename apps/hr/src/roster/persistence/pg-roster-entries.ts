import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ROSTER_ENTRY_ERRORS } from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import { DomainError, UnitOfWork } from '@switchyard/platform';
import { type EntryReplacement, RosterEntries, type RosterEntry } from '../roster-entries.port';
import { assertNoOverlap, lockStaff } from './entry-guards';
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
    await lockStaff(
      this.work,
      added.map(({ staffNumber }) => staffNumber),
    );
    await this.end(replacement);
    await this.work.execute(
      `insert into roster_entry (id, staff_number, work_date, start_at, end_at, breaks, template_code, template_version,
         duty, roster_id, state, made_at, made_by, reason)
       select id, staff_number, work_date, start_at, end_at, breaks, template_code, template_version, duty, roster_id,
         'published', $2, $3, $4 from json_to_recordset($1) as entry ${ENTRY_RECORD}`,
      [entriesAsJson(added), replacement.at, replacement.by, replacement.reason],
    );
    await assertNoOverlap(
      this.work,
      added.map(({ id }) => id),
    );
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

  private async select(where: string, parameters: readonly unknown[]): Promise<RosterEntry[]> {
    const rows = await this.work.query<EntryRow>(
      `select ${ENTRY_COLUMNS} from roster_entry where ${where}`,
      parameters,
    );
    return rows.map(toEntry);
  }
}
