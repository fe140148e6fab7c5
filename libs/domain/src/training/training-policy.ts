import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

export interface TrainingPolicy {
  readonly onboarding: {
    /** Hours that a new hire is trained at least (§15). */
    readonly hours: number;
    /** Days from hiring within which they are due. */
    readonly withinDays: number;
  };
  /** Per cent of a session's minutes from which it counts as attended, unless the course names its own. */
  readonly attendancePercent: number;
  /** Answers from which the feedback of a session is shown. */
  readonly feedbackFrom: number;
  /** Findings of one topic in a quarter from which they make a need of training. */
  readonly needFromFindings: number;
  /** Days before a certificate's expiry on which it is reminded of, the earliest first. */
  readonly reminderDays: readonly number[];
  /** Months before and after a course over which its effect is measured. */
  readonly effectMonths: number;
}

/** 40 hours are the example of §15; three months are what a new seat takes (§16). The rest is [ours]. */
export const STANDARD_TRAINING_POLICY: TrainingPolicy = {
  onboarding: { hours: 40, withinDays: 90 },
  attendancePercent: 80,
  feedbackFrom: 5,
  needFromFindings: 3,
  reminderDays: [60, 30, 7],
  effectMonths: 1,
};

/** A policy out of JSON, with every problem named by its path. */
export function parseTrainingPolicy(document: unknown): Result<TrainingPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const onboarding = reader.object('onboarding');
  const policy: TrainingPolicy = {
    onboarding: {
      hours: onboarding.integer('hours', 0, 1000),
      withinDays: onboarding.integer('withinDays', 1, 1000),
    },
    attendancePercent: reader.integer('attendancePercent', 1, 100),
    feedbackFrom: reader.integer('feedbackFrom', 2, 1000),
    needFromFindings: reader.integer('needFromFindings', 1, 1000),
    reminderDays: readDays(reader),
    effectMonths: reader.integer('effectMonths', 1, 12),
  };
  onboarding.refuseUnknownFields();
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function readDays(reader: DocumentReader): readonly number[] {
  const days = reader.list('reminderDays');
  const sound = days.filter(
    (day): day is number => typeof day === 'number' && Number.isInteger(day) && day >= 0 && day <= 1000,
  );
  if (sound.length !== days.length || new Set(sound).size !== sound.length || sound.length > 10)
    reader.complain('reminderDays', 'must be at most 10 different whole numbers from 0 to 1000');
  return [...sound].sort((one, other) => other - one);
}
