import { Inject, Injectable } from '@nestjs/common';
import { type DecideExamAppealRequest, EXAM_ATTEMPT_ERRORS, type MarkRow } from '@switchyard/contracts';
import { APPEAL_ROUND, collectPoints, scorePaper } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { SettleCompletions } from '../../../training/record/settle-completions';
import { attemptNotFound } from '../../exam-attempt/exam-attempt-views';
import { ExamAttempts, type ExamAttempt } from '../../exam-attempt/exam-attempts.port';
import { type Marker, ruleOf } from '../../marking/mark-exam-paper/mark-exam-paper.use-case';
import { markInvalid } from '../../marking/marking-errors';
import { sittingNotFound } from '../../sitting/sitting-views';
import { Sittings } from '../../sitting/sittings.port';
import { Appeals, type ExamAppeal } from '../appeals.port';

/** Decides an appeal by somebody who has not marked the paper; the score before is kept. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly appeals: Appeals,
    private readonly attempts: ExamAttempts,
    private readonly sittings: Sittings,
    private readonly completions: SettleCompletions,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `exam-appeal.not-found`, `exam-appeal.already-decided`, `exam-appeal.not-by-you`,
   * `exam-mark.invalid`
   */
  execute(request: DecideExamAppealRequest, decider: Marker): Promise<ExamAppeal> {
    const { appealId, upheld, decision, marks } = request;
    return this.work.inTransaction(async () => {
      const appeal = await this.found(appealId);
      const attempt = await this.attempts.lock(appeal.examAttemptId);
      if (!attempt) throw attemptNotFound(appeal.examAttemptId);
      await this.assertNewEyes(attempt, decider);
      assertMarks(marks, upheld, attempt);
      const at = this.clock.now();
      const scoreAfter = upheld
        ? await this.correct(attempt, marks, { at, by: decider.accountId })
        : appeal.scoreBefore;
      const state = upheld ? ('upheld' as const) : ('rejected' as const);
      const outcome = { state, decision, scoreAfter, decidedAt: at, decidedBy: decider.accountId };
      if (await this.appeals.decide(appealId, outcome)) return { ...appeal, ...outcome };
      throw new DomainError(EXAM_ATTEMPT_ERRORS.appealDecided, 'This appeal was decided already.', {
        appealId,
      });
    });
  }

  private async correct(
    attempt: ExamAttempt,
    marks: readonly MarkRow[],
    made: { readonly at: Date; readonly by: string },
  ): Promise<number> {
    const sitting = await this.sittings.find(attempt.sittingId);
    if (!sitting) throw sittingNotFound(attempt.sittingId);
    const { examAttemptId, paper, autoPoints = {}, staffNumber } = attempt;
    await this.attempts.addMarks(
      examAttemptId,
      marks.map((mark) => ({ ...mark, round: APPEAL_ROUND })),
      made,
    );
    const all = await this.attempts.marks(examAttemptId);
    const { points } = collectPoints(paper, autoPoints, all, ruleOf(sitting));
    const { score, passed } = scorePaper(paper, points, sitting.passPercent);
    await this.attempts.correctScore(examAttemptId, { score, passed });
    if (sitting.courseCode !== undefined)
      await this.completions.afterExam(sitting.courseCode, [staffNumber], made);
    return score;
  }

  private async assertNewEyes({ examAttemptId, staffNumber }: ExamAttempt, decider: Marker): Promise<void> {
    const marks = await this.attempts.marks(examAttemptId);
    const marked = marks.some(({ markedBy }) => markedBy === decider.accountId);
    if (!marked && staffNumber !== decider.staffNumber) return;
    throw new DomainError(
      EXAM_ATTEMPT_ERRORS.appealByMarker,
      'Who sat or marked the paper does not decide its appeal; somebody else has to.',
      { examAttemptId },
    );
  }

  private async found(appealId: string): Promise<ExamAppeal> {
    const appeal = await this.appeals.find(appealId);
    if (appeal?.state === 'open') return appeal;
    if (appeal) {
      throw new DomainError(EXAM_ATTEMPT_ERRORS.appealDecided, 'This appeal was decided already.', {
        appealId,
      });
    }
    throw new DomainError(EXAM_ATTEMPT_ERRORS.appealNotFound, `There is no appeal ${appealId}.`, {
      appealId,
    });
  }
}

/** @throws DomainError `exam-mark.invalid` */
function assertMarks(marks: readonly MarkRow[], upheld: boolean, { paper }: ExamAttempt): void {
  if (upheld === (marks.length === 0))
    throw markInvalid(
      'marks',
      upheld ? 'an appeal that is right changes points' : 'a rejected appeal changes none',
    );
  const seen = new Set<number>();
  marks.forEach(({ no, points }, at) => {
    const item = paper.find((one) => one.no === no);
    if (!item || seen.has(no)) throw markInvalid(`marks[${at}].no`, `question ${no} is not there, or twice`);
    if (points > item.points)
      throw markInvalid(`marks[${at}].points`, `question ${no} has ${item.points} points`);
    seen.add(no);
  });
}
