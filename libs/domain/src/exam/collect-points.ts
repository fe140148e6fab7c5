import { settleMarks } from './settle-marks';

/** Points that a person gave an answer: as the first, the second, who settles, or upon an appeal (4). */
export interface RoundMark {
  readonly no: number;
  readonly round: number;
  readonly points: number;
  readonly markedBy: string;
}

export interface MarkingRule {
  readonly secondMarker: boolean;
  /** Per cent of a question's points that two markers may differ by. */
  readonly tolerancePercent: number;
}

export type MarkNeeded = 'first' | 'second' | 'settling';

export interface CollectedPoints {
  /** By number of the question; those that are open are left out. */
  readonly points: ReadonlyMap<number, number>;
  readonly open: readonly { readonly no: number; readonly needs: MarkNeeded }[];
}

/** Which round of marks a need is met by. */
export const ROUND_OF: Readonly<Record<MarkNeeded, 1 | 2 | 3>> = { first: 1, second: 2, settling: 3 };
export const APPEAL_ROUND = 4;

/** The points of a paper by its key and by its markers; what an appeal gave goes before both. */
export function collectPoints(
  items: readonly { readonly no: number; readonly points: number }[],
  auto: Readonly<Record<string, number>>,
  marks: readonly RoundMark[],
  rule: MarkingRule,
): CollectedPoints {
  const points = new Map<number, number>();
  const open: { no: number; needs: MarkNeeded }[] = [];
  for (const { no, points: most } of items) {
    const own = new Map(marks.filter((mark) => mark.no === no).map((mark) => [mark.round, mark.points]));
    const byKey = own.get(APPEAL_ROUND) ?? auto[String(no)];
    if (byKey !== undefined) {
      points.set(no, byKey);
      continue;
    }
    const [first, second, settled] = [own.get(1), own.get(2), own.get(3)];
    const given = {
      ...(first !== undefined && { first }),
      ...(second !== undefined && { second }),
      ...(settled !== undefined && { settled }),
    };
    const settling = settleMarks(given, most, rule);
    if ('points' in settling) points.set(no, settling.points);
    else open.push({ no, needs: settling.needs });
  }
  return { points, open };
}
