import type { ScorecardItem } from '@switchyard/domain';
import type { EvaluationResult } from '../evaluation/evaluations.port';

/** The marks of a result as rows, with what the scorecard says of their items. */
export function markRows(
  { marks, result }: EvaluationResult,
  items: readonly ScorecardItem[],
): readonly object[] {
  const courses = new Map(items.map(({ code, courseCode }) => [code, courseCode]));
  const notes = new Map(marks.map(({ item, note }) => [item, note]));
  return result.lines.map(({ item, names, kind, share, fault }) => ({
    item_code: item,
    names,
    kind,
    fault,
    applied: share !== undefined,
    earned_share: share ?? null,
    course_code: courses.get(item) ?? null,
    note: notes.get(item) ?? null,
  }));
}
