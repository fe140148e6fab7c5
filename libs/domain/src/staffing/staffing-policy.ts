import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** How demand is forecast and turned into heads. Percentages are 0 to 100. */
export interface StaffingPolicy {
  /** Length of a planning interval, minutes: a quarter hour, half an hour or an hour. */
  readonly intervalMinutes: number;
  /** Callers to be answered within `withinSeconds` (§13: 85 % in 20 s for ordinary callers). */
  readonly serviceLevelPercent: number;
  readonly withinSeconds: number;
  readonly mostOccupancyPercent: number;
  /** Part of the rostered time in which nobody is at the phone: breaks, talks with the leader, training. */
  readonly shrinkagePercent: number;
  /** Heads in every interval, however few call (24 h, C6). */
  readonly leastHeads: number;
  /** Handling time while the history tells none, seconds (§13: talk ≤ 150 s, after-call ≤ 60 s). */
  readonly standardHandlingSeconds: number;
  /** How far back the forecast looks, weeks. */
  readonly historyWeeks: number;
  /** A week this many weeks ago counts half as much as the last. */
  readonly halfLifeWeeks: number;
  /** Weeks that are held out to measure the forecast. */
  readonly heldOutWeeks: number;
  /** Longest overtime behind a shift that a re-plan proposes, minutes (§18). */
  readonly mostOvertimeMinutes: number;
}

/** Service level and seconds by §13; the rest is [ours]. */
export const STANDARD_STAFFING_POLICY: StaffingPolicy = {
  intervalMinutes: 30,
  serviceLevelPercent: 85,
  withinSeconds: 20,
  mostOccupancyPercent: 85,
  shrinkagePercent: 30,
  leastHeads: 1,
  standardHandlingSeconds: 210,
  historyWeeks: 26,
  halfLifeWeeks: 4,
  heldOutWeeks: 2,
  mostOvertimeMinutes: 180,
};

/** A policy out of JSON, with every problem named by its path. */
export function parseStaffingPolicy(document: unknown): Result<StaffingPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: StaffingPolicy = {
    intervalMinutes: reader.integer('intervalMinutes', 15, 60),
    serviceLevelPercent: reader.number('serviceLevelPercent', 1, 99.9),
    withinSeconds: reader.integer('withinSeconds', 0, 600),
    mostOccupancyPercent: reader.number('mostOccupancyPercent', 10, 99),
    shrinkagePercent: reader.number('shrinkagePercent', 0, 90),
    leastHeads: reader.integer('leastHeads', 0, 1000),
    standardHandlingSeconds: reader.integer('standardHandlingSeconds', 1, 7200),
    historyWeeks: reader.integer('historyWeeks', 2, 104),
    halfLifeWeeks: reader.number('halfLifeWeeks', 0.5, 104),
    heldOutWeeks: reader.integer('heldOutWeeks', 1, 8),
    mostOvertimeMinutes: reader.integer('mostOvertimeMinutes', 0, 720),
  };
  if (![15, 30, 60].includes(policy.intervalMinutes))
    reader.complain('intervalMinutes', 'must be 15, 30 or 60');
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
