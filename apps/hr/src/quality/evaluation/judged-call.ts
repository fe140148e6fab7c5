import { QUALITY_ERRORS } from '@switchyard/contracts';
import {
  type CallScore,
  type DocumentProblem,
  type ItemMark,
  scoreCall,
  scorecardItems,
  type ScorecardSection,
} from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { marksInvalid } from '../quality-errors';
import type { TimeMark } from './evaluations.port';

/** The result by a scorecard. @throws DomainError `evaluation.marks-invalid` */
export function scored(
  sections: readonly ScorecardSection[],
  marks: readonly ItemMark[],
  faultBelowPercent: number,
): CallScore {
  const result = scoreCall(sections, marks, faultBelowPercent);
  if (!result.ok) throw marksInvalid(result.error);
  return result.value;
}

/** Time marks lie within the recording and name items that there are. @throws DomainError `evaluation.marks-invalid` */
export function assertTimeMarks(
  timeMarks: readonly TimeMark[],
  sections: readonly ScorecardSection[],
  seconds: number,
): void {
  const items = new Set(scorecardItems(sections).map(({ code }) => code));
  const problems = timeMarks.flatMap(({ second, item }, at): DocumentProblem[] => [
    ...(second > seconds
      ? [
          {
            path: `timeMarks[${at}].second`,
            problem: `lies behind the recording's end, ${Math.floor(seconds)} s`,
          },
        ]
      : []),
    ...(item === undefined || items.has(item)
      ? []
      : [{ path: `timeMarks[${at}].item`, problem: 'is no item of this scorecard' }]),
  ]);
  if (problems.length > 0) throw marksInvalid(problems);
}

/** Marks as they are kept, without the classes of the wire. */
export function plainMarks(marks: readonly ItemMark[]): readonly ItemMark[] {
  return marks.map(({ item, applies, points, passed, note }) => ({
    item,
    ...(applies !== undefined && { applies }),
    ...(points !== undefined && { points }),
    ...(passed !== undefined && { passed }),
    ...(note !== undefined && { note }),
  }));
}

export function ownCall(): DomainError {
  return new DomainError(
    QUALITY_ERRORS.ownCall,
    'Nobody judges the own calls; another inspector has to.',
    {},
  );
}
