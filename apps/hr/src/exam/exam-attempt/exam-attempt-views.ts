import {
  type AnswerFields,
  EXAM_ATTEMPT_ERRORS,
  type ExamAttemptSummary,
  type ExamAttemptView,
  type PaperItemView,
} from '@switchyard/contracts';
import { type CollectedPoints, type ExamAnswer, isEmptyAnswer, type PaperItem } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { keyOf } from '../question/question-views';
import type { ExamAttempt, StoredAnswer } from './exam-attempts.port';

/** To an examinee, the score only after the release. */
export function toAttemptSummary(
  attempt: ExamAttempt,
  name: string | undefined,
  { showScore }: { readonly showScore: boolean },
): ExamAttemptSummary {
  const { examAttemptId, sittingId, title, staffNumber, ordinal, state, fullMarks } = attempt;
  const { submittedAt, submittedBy, score, passed, firstScore } = attempt;
  return {
    examAttemptId,
    sittingId,
    title,
    staffNumber,
    ordinal,
    state,
    fullMarks,
    startedAt: attempt.startedAt.toISOString(),
    deadlineAt: attempt.deadlineAt.toISOString(),
    ...(name !== undefined && { name }),
    ...(submittedAt && { submittedAt: submittedAt.toISOString() }),
    ...(submittedBy && { submittedBy }),
    ...(showScore && score !== undefined && { score }),
    ...(showScore && passed !== undefined && { passed }),
    ...(showScore && firstScore !== undefined && { firstScore }),
  };
}

export interface PaperSight {
  /** Keys are told after the release, and before it to who marks. */
  readonly showKeys: boolean;
  /** After the release. */
  readonly points?: CollectedPoints['points'];
}

export function toAttemptView(
  attempt: ExamAttempt,
  name: string | undefined,
  answers: readonly StoredAnswer[],
  sight: PaperSight,
  now: Date,
): ExamAttemptView {
  const byNo = new Map(answers.map((answer) => [answer.no, answer]));
  return {
    ...toAttemptSummary(attempt, name, { showScore: sight.showKeys }),
    now: now.toISOString(),
    items: attempt.paper.map((item) => toItemView(item, byNo.get(item.no), sight)),
  };
}

function toItemView(
  item: PaperItem,
  stored: StoredAnswer | undefined,
  { showKeys, points }: PaperSight,
): PaperItemView {
  const { no, kind, text, options } = item;
  const awarded = points?.get(no);
  return {
    no,
    kind,
    text,
    points: item.points,
    options: options.map((option) => ({ ...option })),
    ...(stored && !isEmptyAnswer(stored.answer) && { answer: toAnswerView(stored.answer) }),
    ...(stored && { order: stored.order }),
    ...(showKeys && { key: toKeyView(item) }),
    ...(awarded !== undefined && { awarded }),
  };
}

function toKeyView({ key: { options, ...key } }: PaperItem): NonNullable<PaperItemView['key']> {
  return { ...keyOf(key), ...(options && { options: [...options] }) };
}

const toAnswerView = ({ options, ...answer }: ExamAnswer): AnswerFields => ({
  ...answer,
  ...(options && { options: [...options] }),
});

export const attemptNotFound = (examAttemptId: string): DomainError =>
  new DomainError(EXAM_ATTEMPT_ERRORS.notFound, `There is no exam attempt ${examAttemptId} of yours.`, {
    examAttemptId,
  });
