import {
  addDays,
  type DocumentProblem,
  type LocalDate,
  ok,
  parseLocalDate,
  refused,
  type Result,
} from '../shared';
import type { CalendarDocument, CalendarOverride } from './working-calendar';

/** What an import of a year changes. Dates in order. */
export interface CalendarChange {
  readonly document: CalendarDocument;
  readonly added: readonly LocalDate[];
  readonly changed: readonly LocalDate[];
  readonly removed: readonly LocalDate[];
}

export interface YearImport {
  readonly year: number;
  readonly source: string;
  readonly sourceVersion: string;
  readonly overrides: readonly CalendarOverride[];
}

/**
 * The calendar with a year's holidays and make-up days in place of those it had for that year. The years that are
 * covered follow one another: a year behind a gap would make the days between look known. Refuses a year without any
 * day (an empty file is more likely than a year without a holiday), days of other years and days given twice.
 */
export function withYear(
  document: CalendarDocument,
  { year, source, sourceVersion, overrides }: YearImport,
): Result<CalendarChange, readonly DocumentProblem[]> {
  const [from, to] = [`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate];
  const problems = [...problemsOf(overrides, year), ...gapBefore(document, year)];
  if (problems.length > 0) return refused(problems);
  const before = new Map(ofYear(document.overrides, year).map((day) => [day.date, day]));
  const after = new Map(overrides.map((day) => [day.date, day]));
  const merged = [...document.overrides.filter(({ date }) => !before.has(date)), ...overrides];
  const { coverage } = document;
  return ok({
    document: {
      ...document,
      source,
      sourceVersion,
      coverage: {
        from: from < coverage.from ? from : coverage.from,
        to: to > coverage.to ? to : coverage.to,
      },
      overrides: merged.sort(byDate),
    },
    added: [...after.keys()].filter((date) => !before.has(date)).sort(),
    changed: [...after.values()]
      .filter((day) => differs(before.get(day.date), day))
      .map(({ date }) => date)
      .sort(),
    removed: [...before.keys()].filter((date) => !after.has(date)).sort(),
  });
}

function problemsOf(overrides: readonly CalendarOverride[], year: number): DocumentProblem[] {
  const seen = new Set<string>();
  const problems: DocumentProblem[] = [];
  overrides.forEach(({ date }, index) => {
    const path = `rows[${index}].date`;
    if (!parseLocalDate(date)) problems.push({ path, problem: `"${date}" is no date` });
    else if (!date.startsWith(`${year}-`)) problems.push({ path, problem: `${date} is not in ${year}` });
    if (seen.has(date)) problems.push({ path, problem: `${date} is given twice` });
    seen.add(date);
  });
  if (overrides.length === 0) problems.push({ path: 'rows', problem: `there is no day of ${year}` });
  return problems;
}

function gapBefore({ coverage }: CalendarDocument, year: number): DocumentProblem[] {
  const follows = addDays(coverage.to, 1) >= (`${year}-01-01` as LocalDate);
  const precedes = addDays(coverage.from, -1) <= (`${year}-12-31` as LocalDate);
  const problem = `${coverage.from} to ${coverage.to} is known; import the years between first`;
  return follows && precedes ? [] : [{ path: 'year', problem }];
}

const ofYear = (overrides: readonly CalendarOverride[], year: number) =>
  overrides.filter(({ date }) => date.startsWith(`${year}-`));

function differs(old: CalendarOverride | undefined, now: CalendarOverride): boolean {
  if (old === undefined) return false;
  const same = old.kind === now.kind && old.nameZh === now.nameZh && old.nameEn === now.nameEn;
  return !same || (old.inLieu ?? false) !== (now.inLieu ?? false);
}

const byDate = (one: CalendarOverride, other: CalendarOverride): number => (one.date < other.date ? -1 : 1);
