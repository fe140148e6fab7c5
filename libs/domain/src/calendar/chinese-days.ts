import { type DocumentProblem, type LocalDate, ok, parseLocalDate, refused, type Result } from '../shared';
import type { CalendarOverride } from './working-calendar';

/**
 * Overrides of a year out of the file that the project chinese-days publishes: `{ holidays, workdays, inLieuDays }`, each
 * from a date to 'English name,Chinese name,number'. `inLieuDays` are rest days swapped in, not days of work.
 */
export function parseChineseDays(
  file: unknown,
  year: number,
): Result<readonly CalendarOverride[], readonly DocumentProblem[]> {
  const problems: DocumentProblem[] = [];
  const part = (name: string, needed: boolean): [LocalDate, string][] =>
    daysOf(file, name, needed, year, problems);
  const inLieu = new Set(part('inLieuDays', false).map(([date]) => date));
  const overrides = [
    ...part('holidays', true).map(([date, names]) => ({
      date,
      kind: 'holiday' as const,
      ...named(names),
      ...(inLieu.has(date) && { inLieu: true }),
    })),
    ...part('workdays', true).map(([date, names]) => ({
      date,
      kind: 'extra-working-day' as const,
      ...named(names),
    })),
  ];
  return problems.length === 0 ? ok(overrides) : refused(problems);
}

function daysOf(
  file: unknown,
  part: string,
  needed: boolean,
  year: number,
  problems: DocumentProblem[],
): [LocalDate, string][] {
  const days = isRecord(file) ? file[part] : undefined;
  if (days === undefined && !needed) return [];
  if (!isRecord(days)) {
    problems.push({ path: `chineseDays.${part}`, problem: 'must be an object from dates to names' });
    return [];
  }
  const found: [LocalDate, string][] = [];
  for (const [text, names] of Object.entries(days)) {
    const date = parseLocalDate(text);
    if (!date || typeof names !== 'string' || names.split(',').length < 2) {
      problems.push({
        path: `chineseDays.${part}.${text}`,
        problem: "must be a date with 'English,Chinese,number'",
      });
    } else if (text.startsWith(`${year}-`)) found.push([date, names]);
  }
  return found;
}

function named(names: string): { nameZh: string; nameEn: string } {
  const [nameEn = '', nameZh = ''] = names.split(',');
  return { nameZh: nameZh.trim(), nameEn: nameEn.trim() };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
