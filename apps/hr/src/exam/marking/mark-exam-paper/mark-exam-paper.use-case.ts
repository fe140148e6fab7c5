import { Inject, Injectable } from '@nestjs/common';
import { EXAM_ATTEMPT_ERRORS, type MarkNeed, type MarkRow } from '@switchyard/contracts';
import {
  type CollectedPoints,
  collectPoints,
  type MarkingRule,
  ROUND_OF,
  type RoundMark,
  scorePaper,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { attemptNotFound } from '../../exam-attempt/exam-attempt-views';
import { ExamAttempts, type ExamAttempt } from '../../exam-attempt/exam-attempts.port';
import { sittingNotFound } from '../../sitting/sitting-views';
import { type Sitting, Sittings } from '../../sitting/sittings.port';
import { markInvalid, notMarker } from '../marking-errors';

export interface Marker {
  readonly accountId: string;
  readonly staffNumber?: string;
}

/** Marks what the key cannot: one person, or two and where they differ too much a third (§15). */
@Injectable()
export class MarkExamPaper {
  constructor(
    private readonly attempts: ExamAttempts,
    private readonly sittings: Sittings,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `exam-attempt.not-found`, `exam-attempt.not-allowed-in-state`, `exam-mark.not-by-you`,
   * `exam-mark.invalid`
   */
  execute(
    examAttemptId: string,
    rows: readonly MarkRow[],
    marker: Marker,
  ): Promise<{ readonly attempt: ExamAttempt; readonly open: readonly MarkNeed[] }> {
    return this.work.inTransaction(async () => {
      const attempt = await this.attempts.lock(examAttemptId);
      if (!attempt) throw attemptNotFound(examAttemptId);
      assertMarkable(attempt, marker);
      const sitting = await this.sittings.find(attempt.sittingId);
      if (!sitting) throw sittingNotFound(attempt.sittingId);
      const rule = ruleOf(sitting);
      const before = await this.attempts.marks(examAttemptId);
      const given = roundsOf(
        rows,
        attempt,
        collectPoints(attempt.paper, attempt.autoPoints ?? {}, before, rule),
      );
      assertNewEyes(given, before, marker);
      await this.attempts.addMarks(examAttemptId, given, { at: this.clock.now(), by: marker.accountId });
      const marks = [...before, ...given.map((mark) => ({ ...mark, markedBy: marker.accountId }))];
      const { points, open } = collectPoints(attempt.paper, attempt.autoPoints ?? {}, marks, rule);
      if (open.length > 0) return { attempt, open };
      const { score, passed } = scorePaper(attempt.paper, points, sitting.passPercent);
      await this.attempts.setScore(examAttemptId, { score, passed });
      return { attempt: { ...attempt, state: 'marked', score, passed }, open };
    });
  }
}

export const ruleOf = ({ secondMarker, policy }: Sitting): MarkingRule => ({
  secondMarker,
  tolerancePercent: policy.markTolerancePercent,
});

function assertMarkable({ examAttemptId, state, staffNumber }: ExamAttempt, marker: Marker): void {
  if (staffNumber === marker.staffNumber) throw notMarker('This is your own paper; somebody else marks it.');
  if (state === 'submitted') return;
  throw new DomainError(
    EXAM_ATTEMPT_ERRORS.wrongState,
    state === 'started'
      ? 'The paper is not handed in yet.'
      : 'Everything on this paper is marked; an appeal can change it.',
    { examAttemptId, state },
  );
}

type GivenMark = Omit<RoundMark, 'markedBy'> & { readonly remark?: string };

/** Each mark with the round that is due. @throws DomainError `exam-mark.invalid` */
function roundsOf(
  rows: readonly MarkRow[],
  { paper }: ExamAttempt,
  { open }: CollectedPoints,
): readonly GivenMark[] {
  const seen = new Set<number>();
  return rows.map(({ no, points, remark }, at) => {
    const item = paper.find((one) => one.no === no);
    const need = open.find((one) => one.no === no);
    if (!item || !need) throw markInvalid(`marks[${at}].no`, `question ${no} waits for no marker`);
    if (seen.has(no)) throw markInvalid(`marks[${at}].no`, `question ${no} stands there twice`);
    if (points > item.points)
      throw markInvalid(`marks[${at}].points`, `question ${no} has ${item.points} points`);
    seen.add(no);
    return { no, points, round: ROUND_OF[need.needs], ...(remark !== undefined && { remark }) };
  });
}

/** The second and the settling mark are another person's. @throws DomainError `exam-mark.not-by-you` */
function assertNewEyes(
  given: readonly GivenMark[],
  before: readonly RoundMark[],
  { accountId }: Marker,
): void {
  const twice = given.find(({ no }) => before.some((mark) => mark.no === no && mark.markedBy === accountId));
  if (twice) throw notMarker(`You have marked question ${twice.no}; somebody else gives the next mark.`);
}
