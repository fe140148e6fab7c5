import type { LocalDate } from '@switchyard/domain';
import type { NewRosterEntry, RosterEntry } from '../roster-entries.port';

interface StoredBreak {
  readonly startAt: string;
  readonly endAt: string;
}

export interface EntryRow extends Omit<RosterEntry, 'breaks' | 'workDate'> {
  readonly workDate: string;
  readonly breaks: readonly StoredBreak[];
}

export const ENTRY_COLUMNS = `id, staff_number as "staffNumber", work_date::text as "workDate", start_at as "startAt",
  end_at as "endAt", breaks, template_code as "templateCode", template_version as "templateVersion", duty,
  roster_id as "rosterId", state`;

export function toEntry({ workDate, breaks, ...row }: EntryRow): RosterEntry {
  return {
    ...row,
    workDate: workDate as LocalDate,
    breaks: breaks.map(({ startAt, endAt }) => ({ startAt: new Date(startAt), endAt: new Date(endAt) })),
  };
}

/** Entries as JSON for `json_to_recordset`, with the columns of `ENTRY_RECORD`. */
export function entriesAsJson(entries: readonly (NewRosterEntry & { readonly id: string })[]): string {
  return JSON.stringify(
    entries.map((entry) => ({
      id: entry.id,
      staff_number: entry.staffNumber,
      work_date: entry.workDate,
      start_at: entry.startAt,
      end_at: entry.endAt,
      breaks: entry.breaks,
      template_code: entry.templateCode,
      template_version: entry.templateVersion,
      duty: entry.duty,
      roster_id: entry.rosterId,
    })),
  );
}

export const ENTRY_RECORD = `(id uuid, staff_number text, work_date date, start_at timestamptz, end_at timestamptz,
  breaks jsonb, template_code text, template_version integer, duty text, roster_id uuid)`;
