/** What an interview scores (§16): knowledge, communication, sense of service, adaptability. */
export const INTERVIEW_DIMENSIONS = ['knowledge', 'communication', 'service', 'adaptability'] as const;
export type InterviewDimension = (typeof INTERVIEW_DIMENSIONS)[number];

/** Each 0 to 100. */
export type InterviewMarks = Readonly<Record<InterviewDimension, number>>;

export interface InterviewVerdict {
  /** Weighted mean, to a tenth. */
  readonly mean: number;
  readonly passed: boolean;
  /** Dimensions below what each one needs. */
  readonly weak: readonly InterviewDimension[];
}

export interface InterviewRule {
  /** Per cent, 100 together. */
  readonly weights: Readonly<Record<InterviewDimension, number>>;
  readonly passMean: number;
  readonly passEach: number;
}

/** Passed when the weighted mean and each dimension reach the marks of the policy. */
export function interviewVerdict(marks: InterviewMarks, rule: InterviewRule): InterviewVerdict {
  const sum = INTERVIEW_DIMENSIONS.reduce((total, one) => total + marks[one] * rule.weights[one], 0);
  const weak = INTERVIEW_DIMENSIONS.filter((one) => marks[one] < rule.passEach);
  // Compared before rounding: 59.96 does not pass at 60.
  return { mean: Math.round(sum / 10) / 10, passed: sum >= rule.passMean * 100 && weak.length === 0, weak };
}
