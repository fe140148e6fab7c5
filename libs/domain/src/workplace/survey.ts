/** 1 to 5 · 0 to 10, whether one would recommend working here · words. */
export const SURVEY_QUESTION_KINDS = ['scale', 'nps', 'text'] as const;
export type SurveyQuestionKind = (typeof SURVEY_QUESTION_KINDS)[number];

export interface StaffSurveyQuestion {
  readonly code: string;
  readonly kind: SurveyQuestionKind;
  readonly required: boolean;
}

export type StaffSurveyAnswer = Readonly<Record<string, number | string>>;

const LONGEST_TEXT = 2000;

/** What is wrong with one person's answers, question by question. */
export function problemsOfAnswer(
  questions: readonly StaffSurveyQuestion[],
  answers: Readonly<Record<string, unknown>>,
): { field: string; problem: string }[] {
  const known = new Set(questions.map(({ code }) => code));
  return [
    ...questions.flatMap((question) => {
      const problem = problemOf(question, answers[question.code]);
      return problem === undefined ? [] : [{ field: question.code, problem }];
    }),
    ...Object.keys(answers)
      .filter((code) => !known.has(code))
      .map((field) => ({ field, problem: 'is no question of this survey' })),
  ];
}

function problemOf({ kind, required }: StaffSurveyQuestion, given: unknown): string | undefined {
  if (given === undefined) return required ? 'needs an answer' : undefined;
  const whole = (from: number, to: number) =>
    typeof given === 'number' && Number.isInteger(given) && given >= from && given <= to
      ? undefined
      : `must be a whole number from ${from} to ${to}`;
  switch (kind) {
    case 'scale':
      return whole(1, 5);
    case 'nps':
      return whole(0, 10);
    case 'text':
      return typeof given === 'string' && given.trim() !== '' && given.length <= LONGEST_TEXT
        ? undefined
        : `must be a text of 1 to ${LONGEST_TEXT} characters`;
  }
}

export interface StaffSurveyFigure {
  readonly code: string;
  readonly kind: SurveyQuestionKind;
  readonly answers: number;
  /** Of a scale, to a hundredth. */
  readonly mean?: number;
  /** Per cent of 9–10 less per cent of 0–6, to a tenth. */
  readonly nps?: number;
  /** How often each value was given. */
  readonly counts?: Readonly<Record<string, number>>;
  /** In the order of the alphabet: that in which they came would tell who wrote them. */
  readonly texts?: readonly string[];
}

/**
 * Results by question; undefined from fewer than `leastAnswers` people. A question that fewer answered tells only how many did: few
 * answers would tell who gave them.
 */
export function surveyFigures(
  questions: readonly StaffSurveyQuestion[],
  answers: readonly StaffSurveyAnswer[],
  leastAnswers: number,
): readonly StaffSurveyFigure[] | undefined {
  if (answers.length < leastAnswers) return undefined;
  return questions.map(({ code, kind }) => {
    const given = answers.flatMap((answer) => answer[code] ?? []);
    const base = { code, kind, answers: given.length };
    return given.length < leastAnswers ? base : { ...base, ...figureOf(kind, given) };
  });
}

function figureOf(kind: SurveyQuestionKind, given: readonly (number | string)[]): Partial<StaffSurveyFigure> {
  if (kind === 'text') return { texts: given.map(String).sort() };
  const numbers = given.map(Number);
  const counts: Record<string, number> = {};
  for (const value of numbers) counts[value] = (counts[value] ?? 0) + 1;
  if (kind === 'scale')
    return { counts, mean: rounded(numbers.reduce((sum, value) => sum + value, 0) / numbers.length, 100) };
  const promoters = numbers.filter((value) => value >= 9).length;
  const detractors = numbers.filter((value) => value <= 6).length;
  return { counts, nps: rounded((100 * (promoters - detractors)) / numbers.length, 10) };
}

const rounded = (value: number, by: number): number => Math.round(value * by) / by;
