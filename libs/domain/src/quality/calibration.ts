import type { CallScore } from './score-call';

/** How one inspector scored the call of a calibration session. */
export interface CalibrationEntry {
  readonly inspector: string;
  readonly result: Pick<CallScore, 'score' | 'criticalError' | 'lines'>;
}

export interface CalibratedItem {
  readonly item: string;
  /** Mean, least, greatest part of the weight that was given, per cent; absent where nobody gave any. */
  readonly mean?: number;
  readonly least?: number;
  readonly greatest?: number;
  /** Greatest less least, in per cent of the weight. */
  readonly spread?: number;
  /** Pairs of inspectors who agree, per cent; one for whom it does not apply agrees only with another such. */
  readonly agreement: number;
}

export interface CalibrationOutcome {
  readonly entries: number;
  readonly mean: number;
  readonly least: number;
  readonly greatest: number;
  readonly spread: number;
  /** Standard deviation of the scores. */
  readonly deviation: number;
  /** Whether all or none found a critical error. */
  readonly criticalAgreed: boolean;
  readonly items: readonly CalibratedItem[];
  readonly inspectors: readonly {
    readonly inspector: string;
    readonly score: number;
    /** Score less the mean. */
    readonly fromMean: number;
  }[];
}

const round = (value: number): number => Math.round(value * 100) / 100;
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What inspectors who scored the same call blind made of it. @throws RangeError for fewer than two entries */
export function calibrate(
  entries: readonly CalibrationEntry[],
  tolerancePercent: number,
): CalibrationOutcome {
  if (entries.length < 2) throw new RangeError('a calibration needs two entries');
  const scores = entries.map(({ result }) => result.score);
  const mean = meanOf(scores);
  const codes = entries[0]?.result.lines.map(({ item }) => item) ?? [];
  return {
    entries: entries.length,
    mean: round(mean),
    least: Math.min(...scores),
    greatest: Math.max(...scores),
    spread: round(Math.max(...scores) - Math.min(...scores)),
    deviation: round(Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2)))),
    criticalAgreed: new Set(entries.map(({ result }) => result.criticalError)).size === 1,
    items: codes.map((item) => calibratedItem(item, entries, tolerancePercent)),
    inspectors: entries.map(({ inspector, result: { score } }) => ({
      inspector,
      score,
      fromMean: round(score - mean),
    })),
  };
}

function calibratedItem(
  item: string,
  entries: readonly CalibrationEntry[],
  tolerancePercent: number,
): CalibratedItem {
  const shares = entries.map(({ result }) => result.lines.find((line) => line.item === item)?.share);
  const given = shares.flatMap((share) => (share === undefined ? [] : [share * 100]));
  const agree = (one: number | undefined, other: number | undefined) =>
    one === undefined || other === undefined
      ? one === other
      : round(Math.abs(one - other) * 100) <= tolerancePercent;
  const pairs = shares.flatMap((one, at) => shares.slice(at + 1).map((other) => agree(one, other)));
  const agreement = round((pairs.filter(Boolean).length / pairs.length) * 100);
  if (given.length === 0) return { item, agreement };
  const [least, greatest] = [Math.min(...given), Math.max(...given)];
  return {
    item,
    mean: round(meanOf(given)),
    least: round(least),
    greatest: round(greatest),
    spread: round(greatest - least),
    agreement,
  };
}
