export const FEEDBACK_QUESTIONS = ['content', 'trainer', 'usefulness', 'organisation'] as const;
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number];

export interface FeedbackAnswer {
  /** 1 (poor) to 5 (very good) by question. */
  readonly ratings: Readonly<Record<FeedbackQuestion, number>>;
  readonly remark?: string;
}

export interface FeedbackSummary {
  readonly answers: number;
  /** Absent while there are fewer answers than would hide who gave them. */
  readonly means?: Readonly<Record<FeedbackQuestion, number>>;
  readonly remarks?: readonly string[];
}

/** What people said of a session, shown only from `from` answers on: fewer would tell who said it (§15, anonymous). */
export function feedbackSummary(answers: readonly FeedbackAnswer[], from: number): FeedbackSummary {
  if (answers.length < from) return { answers: answers.length };
  const mean = (question: FeedbackQuestion) =>
    Math.round((answers.reduce((sum, { ratings }) => sum + ratings[question], 0) / answers.length) * 100) /
    100;
  return {
    answers: answers.length,
    means: {
      content: mean('content'),
      trainer: mean('trainer'),
      usefulness: mean('usefulness'),
      organisation: mean('organisation'),
    },
    remarks: answers.flatMap(({ remark }) => (remark === undefined ? [] : [remark])).sort(),
  };
}
