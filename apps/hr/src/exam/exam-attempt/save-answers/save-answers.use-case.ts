import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { type AnswerBody, EXAM_ATTEMPT_ERRORS, type SavedAnswers } from '@switchyard/contracts';
import { answerProblem } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { attemptNotFound } from '../exam-attempt-views';
import { ExamAttempts, type ExamAttempt, type StoredAnswer } from '../exam-attempts.port';

/** Saves answers while the time of the service's clock runs, its grace included. */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly attempts: ExamAttempts,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `exam-attempt.not-found`, `exam-attempt.closed`, `exam-answer.invalid` */
  execute(examAttemptId: string, staffNumber: string, given: readonly AnswerBody[]): Promise<SavedAnswers> {
    return this.work.inTransaction(async () => {
      const attempt = await this.attempts.holdOpen(examAttemptId);
      if (attempt?.staffNumber !== staffNumber) throw attemptNotFound(examAttemptId);
      const now = this.clock.now();
      if (attempt.state !== 'started' || now > attempt.acceptsUntil) throw closed(attempt, now);
      const answers = checked(given, attempt);
      await this.attempts.saveAnswers(examAttemptId, answers, now);
      const kept = new Map((await this.attempts.answers(examAttemptId)).map((one) => [one.no, one]));
      return {
        answers: answers.map(({ no, order, answer }) => {
          const there = kept.get(no);
          const taken = there?.order === order && isDeepStrictEqual(there.answer, answer);
          return { no, taken, order: there?.order ?? order };
        }),
        deadlineAt: attempt.deadlineAt.toISOString(),
        now: now.toISOString(),
      };
    });
  }
}

/** Of several to one question, the newest. @throws DomainError `exam-answer.invalid` naming every answer that cannot be */
function checked(given: readonly AnswerBody[], { paper }: ExamAttempt): readonly StoredAnswer[] {
  const items = new Map(paper.map((item) => [item.no, item]));
  const answers = new Map<number, StoredAnswer>();
  const fields = given.flatMap(({ no, order, answer = {} }, at) => {
    const item = items.get(no);
    const problem = item ? answerProblem(item, answer) : 'is no question of this paper';
    if (problem !== undefined) return [{ field: `answers[${at}]`, problems: [problem] }];
    const plain = JSON.parse(JSON.stringify(answer)) as StoredAnswer['answer'];
    if (order >= (answers.get(no)?.order ?? 0)) answers.set(no, { no, order, answer: plain });
    return [];
  });
  if (fields.length === 0) return [...answers.values()].sort((one, other) => one.no - other.no);
  throw new DomainError(
    EXAM_ATTEMPT_ERRORS.answerInvalid,
    `These cannot be answers: ${fields.map(({ field, problems }) => `${field} ${problems.join()}`).join('; ')}.`,
    { fields },
  );
}

const closed = ({ examAttemptId, state, deadlineAt }: ExamAttempt, now: Date): DomainError =>
  new DomainError(
    EXAM_ATTEMPT_ERRORS.closed,
    state === 'started'
      ? 'The time is up; what was saved before is handed in.'
      : 'The paper was handed in; its answers do not change any more.',
    { examAttemptId, deadlineAt: deadlineAt.toISOString(), now: now.toISOString() },
  );
