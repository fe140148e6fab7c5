/** Calls that a forecast must have had so far before its error says anything. */
const CALLS_THAT_TELL = 20;
const LEAST_FACTOR = 0.3;
const MOST_FACTOR = 3;

/** How the rest of a day is to be taken, by what came so far: actual ÷ forecast, 1 while too little was forecast. */
export function replanFactor(actualSoFar: number, forecastSoFar: number): number {
  if (forecastSoFar < CALLS_THAT_TELL) return 1;
  return Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, actualSoFar / forecastSoFar));
}

export interface Gap {
  readonly startAt: Date;
  readonly minutes: number;
  /** Heads that are missing then. */
  readonly missing: number;
}

/** Who could stay behind the end of a shift. */
export interface OvertimeCandidate {
  readonly staffNumber: string;
  readonly endAt: Date;
  /** When the next shift starts. */
  readonly nextStartAt?: Date;
}

export interface Overtime {
  readonly staffNumber: string;
  readonly from: Date;
  readonly to: Date;
}

export interface OvertimeLimits {
  readonly mostOvertimeMinutes: number;
  readonly leastRestMinutes: number;
}

const MINUTE_MS = 60_000;

/**
 * Who should stay on, interval by interval (14:00, L258): only straight behind the own shift, at most so long, with the rest
 * before the next shift kept. Who stays already goes on before another begins, so that few stay long instead of many short.
 */
export function planOvertime(
  gaps: readonly Gap[],
  candidates: readonly OvertimeCandidate[],
  limits: OvertimeLimits,
): { readonly overtime: readonly Overtime[]; readonly missing: readonly number[] } {
  const staying = new Map<string, Overtime>();
  const missing = [...gaps]
    .sort((one, other) => one.startAt.getTime() - other.startAt.getTime())
    .map((gap) => {
      const end = new Date(gap.startAt.getTime() + gap.minutes * MINUTE_MS);
      const able = candidates
        .filter((candidate) =>
          isAble(candidate, staying.get(candidate.staffNumber), gap.startAt, end, limits),
        )
        .sort(
          (one, other) =>
            Number(staying.has(other.staffNumber)) - Number(staying.has(one.staffNumber)) ||
            (one.staffNumber < other.staffNumber ? -1 : 1),
        );
      const stay = able.slice(0, gap.missing);
      for (const { staffNumber, endAt } of stay)
        staying.set(staffNumber, { staffNumber, from: endAt, to: end });
      return gap.missing - stay.length;
    });
  return { overtime: [...staying.values()], missing };
}

function isAble(
  { endAt, nextStartAt }: OvertimeCandidate,
  stays: Overtime | undefined,
  from: Date,
  to: Date,
  { mostOvertimeMinutes, leastRestMinutes }: OvertimeLimits,
): boolean {
  const free = stays?.to ?? endAt;
  if (free.getTime() !== from.getTime()) return false;
  if (to.getTime() - endAt.getTime() > mostOvertimeMinutes * MINUTE_MS) return false;
  return nextStartAt === undefined || nextStartAt.getTime() - to.getTime() >= leastRestMinutes * MINUTE_MS;
}
