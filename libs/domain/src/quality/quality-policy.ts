import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** How calls are drawn for judgement (C26). */
export interface SamplingRule {
  /** Hour in China from which the day before is drawn, 0 to 23. */
  readonly atHour: number;
  /** Hours after a day's end for which the draw waits for recordings that are still being taken over. */
  readonly waitHours: number;
  /** Days back that are caught up. */
  readonly catchUpDays: number;
  /** Per cent of the calls of who is neither new nor weak. */
  readonly basePercent: number;
  /** Per cent of the calls of who is new or weak. */
  readonly raisedPercent: number;
  /** New is who was hired fewer days ago. */
  readonly newWithinDays: number;
  /** Weak is whose mean score of the last `weakOverDays` days lies below. */
  readonly weakBelow: number;
  readonly weakOverDays: number;
  /** Shorter recordings are not judged, in seconds. */
  readonly minSeconds: number;
  /** Days for which it is kept what each day was drawn from. */
  readonly frameDays: number;
  /** How many times as likely a call is drawn that automatic monitoring points at. */
  readonly hintFactor: number;
}

/** Limits of automatic monitoring in seconds, over which a call is pointed at (art. 23(4)–(6)). */
export interface MonitoringRule {
  readonly talkSeconds: number;
  readonly afterCallSeconds: number;
  readonly ringSeconds: number;
  /** A caller who rates so low or lower points at the call (§14: customer feedback), 1 to 5. */
  readonly ratingAtMost: number;
}

export interface QualityPolicy {
  readonly sampling: SamplingRule;
  readonly monitoring: MonitoringRule;
  /** Days in which a drawn call is to be judged. */
  readonly evaluateWithinDays: number;
  /** An item that earns a smaller part of its weight, in per cent, is a fault. */
  readonly faultBelowPercent: number;
  /** Days after the feedback in which the agent may appeal. */
  readonly appealWithinDays: number;
  /** The same fault so many times within so many days is told to the leader. */
  readonly repeatedFault: { readonly times: number; readonly withinDays: number };
  /** Coaching of a week (S2 L251), in minutes. */
  readonly coachingMinutes: number;
  /** Inspectors agree on an item when what they give differs by no more, in per cent of its weight. */
  readonly calibrationTolerancePercent: number;
}

/** 10 % a day, up to 15 % of the new and weak (C26); 150 s, 60 s and 12 s (art. 23); 30 min a week (S2 L251). The rest is [ours]. */
export const STANDARD_QUALITY_POLICY: QualityPolicy = {
  sampling: {
    atHour: 5,
    waitHours: 6,
    catchUpDays: 31,
    basePercent: 10,
    raisedPercent: 15,
    newWithinDays: 90,
    weakBelow: 80,
    weakOverDays: 30,
    minSeconds: 15,
    frameDays: 400,
    hintFactor: 2,
  },
  monitoring: { talkSeconds: 150, afterCallSeconds: 60, ringSeconds: 12, ratingAtMost: 2 },
  evaluateWithinDays: 3,
  faultBelowPercent: 60,
  appealWithinDays: 5,
  repeatedFault: { times: 3, withinDays: 30 },
  coachingMinutes: 30,
  calibrationTolerancePercent: 10,
};

/** A policy out of JSON, with every problem named by its path. */
export function parseQualityPolicy(document: unknown): Result<QualityPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const repeated = reader.object('repeatedFault');
  const policy: QualityPolicy = {
    sampling: readSampling(reader.object('sampling')),
    monitoring: readMonitoring(reader.object('monitoring')),
    evaluateWithinDays: reader.integer('evaluateWithinDays', 1, 60),
    faultBelowPercent: reader.integer('faultBelowPercent', 1, 100),
    appealWithinDays: reader.integer('appealWithinDays', 1, 90),
    repeatedFault: {
      times: repeated.integer('times', 2, 100),
      withinDays: repeated.integer('withinDays', 1, 366),
    },
    coachingMinutes: reader.integer('coachingMinutes', 1, 480),
    calibrationTolerancePercent: reader.integer('calibrationTolerancePercent', 0, 100),
  };
  repeated.refuseUnknownFields();
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function readSampling(reader: DocumentReader): SamplingRule {
  const rule: SamplingRule = {
    atHour: reader.integer('atHour', 0, 23),
    waitHours: reader.integer('waitHours', 0, 72),
    catchUpDays: reader.integer('catchUpDays', 1, 180),
    basePercent: reader.integer('basePercent', 1, 100),
    raisedPercent: reader.integer('raisedPercent', 1, 100),
    newWithinDays: reader.integer('newWithinDays', 0, 1000),
    weakBelow: reader.number('weakBelow', 0, 100),
    weakOverDays: reader.integer('weakOverDays', 1, 366),
    minSeconds: reader.integer('minSeconds', 0, 600),
    frameDays: reader.integer('frameDays', 31, 3660),
    hintFactor: reader.number('hintFactor', 1, 10),
  };
  if (rule.raisedPercent < rule.basePercent) {
    reader.complain('raisedPercent', 'must not be below basePercent: the new and weak are heard more (§14)');
  }
  reader.refuseUnknownFields();
  return rule;
}

function readMonitoring(reader: DocumentReader): MonitoringRule {
  const rule: MonitoringRule = {
    talkSeconds: reader.integer('talkSeconds', 1, 7200),
    afterCallSeconds: reader.integer('afterCallSeconds', 1, 7200),
    ringSeconds: reader.integer('ringSeconds', 1, 600),
    ratingAtMost: reader.integer('ratingAtMost', 1, 5),
  };
  reader.refuseUnknownFields();
  return rule;
}
