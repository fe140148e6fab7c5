import { Controller, Inject } from '@nestjs/common';
import {
  type ExamAttemptPage,
  ExamAttemptReference,
  type ExamAttemptView,
  GetExamAttempt,
  ListExamAttempts,
  ListExamAttemptsRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { collectPoints } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { viewsOf } from '../../training/page';
import { TrainedStaff } from '../../training/people/trained-staff';
import { sittingNotFound } from '../sitting/sitting-views';
import { Sittings } from '../sitting/sittings.port';
import { attemptNotFound, type PaperSight, toAttemptSummary, toAttemptView } from './exam-attempt-views';
import { ExamAttempts, type ExamAttempt } from './exam-attempts.port';

@Controller()
export class ReadExamAttemptsHandler {
  constructor(
    private readonly attempts: ExamAttempts,
    private readonly sittings: Sittings,
    private readonly staff: TrainedStaff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListExamAttempts)
  async list(request: ListExamAttemptsRequest, context: RequestContext): Promise<ExamAttemptPage> {
    const { limit = 50, cursor, ...filter } = request;
    const staffNumbers = await this.staff.seenBy(context);
    const own = await this.staff.ownNumber(context);
    const page = await this.attempts.list(
      { ...filter, ...(staffNumbers && { staffNumbers }) },
      limit,
      cursor,
    );
    const names = await this.staff.names(page.items.map(({ staffNumber }) => staffNumber));
    return viewsOf(page, (attempt) =>
      toAttemptSummary(attempt, names.get(attempt.staffNumber), {
        showScore: attempt.state === 'released' || attempt.staffNumber !== own,
      }),
    );
  }

  @Handles(GetExamAttempt)
  async get({ examAttemptId }: ExamAttemptReference, context: RequestContext): Promise<ExamAttemptView> {
    const attempt = await this.attempts.find(examAttemptId);
    if (!attempt) throw attemptNotFound(examAttemptId);
    const member = await this.staff.meant(attempt.staffNumber, 'training:read', context);
    const own = member.accountId !== undefined && member.accountId === context.actor.id;
    const answers = await this.attempts.answers(examAttemptId);
    return toAttemptView(
      attempt,
      member.name,
      answers,
      await this.sight(attempt, own, context),
      this.clock.now(),
    );
  }

  /** Keys: to everybody after the release, before it to who may write training and is not the examinee. */
  private async sight(attempt: ExamAttempt, own: boolean, { actor }: RequestContext): Promise<PaperSight> {
    if (attempt.state !== 'released') {
      const marks = actor.permissions.includes('training:write') || actor.roles.includes('system');
      return { showKeys: !own && marks };
    }
    const sitting = await this.sittings.find(attempt.sittingId);
    if (!sitting) throw sittingNotFound(attempt.sittingId);
    const rule = {
      secondMarker: sitting.secondMarker,
      tolerancePercent: sitting.policy.markTolerancePercent,
    };
    const marks = await this.attempts.marks(attempt.examAttemptId);
    const { points } = collectPoints(attempt.paper, attempt.autoPoints ?? {}, marks, rule);
    return { showKeys: true, points };
  }
}
