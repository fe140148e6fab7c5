export abstract class UsesOfRecordings {
  /** Those of the recordings that are to be judged, or of which the judgement is not beyond dispute at `now`. */
  abstract inJudgement(recordingIds: readonly string[], now: Date): Promise<readonly string[]>;
}
