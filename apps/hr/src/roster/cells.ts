import { ROSTER_ERRORS, type RosterCell } from '@switchyard/contracts';
import { localDate, timesOf } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { Cell } from './changes.port';
import type { NewRosterEntry } from './roster-entries.port';
import type { ShiftTemplates, StoredTemplate } from './shift-templates.port';

export function toCell({ staffNumber, date, templateCode, duty }: RosterCell): Cell {
  return {
    staffNumber,
    date: localDate(date),
    ...(templateCode !== undefined && { templateCode }),
    ...(duty !== undefined && { duty }),
  };
}

/**
 * The shifts of days of people, by the latest versions of their templates.
 * @throws DomainError `roster.entries-invalid` for a template that is not there, or the same shift twice
 */
export async function entriesOfCells(
  cells: readonly Cell[],
  rosterId: string,
  templates: ShiftTemplates,
): Promise<readonly NewRosterEntry[]> {
  const known = new Map((await templates.latest()).map((template) => [template.code, template]));
  const seen = new Set<string>();
  const problems: { field: string; problems: string[] }[] = [];
  const entries = cells.flatMap((cell, index): NewRosterEntry[] => {
    const { templateCode, staffNumber, date } = cell;
    if (templateCode === undefined) return [];
    const template = known.get(templateCode);
    const key = `${staffNumber} ${date} ${templateCode}`;
    if (!template) problems.push(problem(index, `there is no shift template ${templateCode}`));
    else if (seen.has(key))
      problems.push(problem(index, `${staffNumber} has ${templateCode} on ${date} twice`));
    seen.add(key);
    return template ? [entryOf(cell, template, rosterId)] : [];
  });
  if (problems.length === 0) return entries;
  throw new DomainError(
    ROSTER_ERRORS.entriesInvalid,
    `${problems.length} of the days cannot be; the first: ${problems[0]?.problems[0]}.`,
    { fields: problems.slice(0, 50) },
  );
}

export function entryOf(
  { staffNumber, date, duty = 'regular' }: Cell,
  template: StoredTemplate,
  rosterId: string,
): NewRosterEntry {
  const { code, version } = template;
  return {
    staffNumber,
    workDate: date,
    ...timesOf(template, date),
    duty,
    rosterId,
    templateCode: code,
    templateVersion: version,
  };
}

const problem = (index: number, text: string) => ({ field: `cells[${index}]`, problems: [text] });
