import { Controller, Inject } from '@nestjs/common';
import {
  ExamAttemptReference,
  type ExamAttemptSummary,
  GetOwnExams,
  type OwnExams,
  OwnExamsRequest,
  type RequestContext,
  SaveAnswersRequest,
  type SavedAnswers,
  SaveExamAnswers,
  SittingReference,
  StartExam as StartExamOperation,
  type StartedExamAttempt,
  SubmitExam as SubmitExamOperation,
} from '@switchyard/contracts';
import { addSeconds } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { TrainedStaff } from '../../training/people/trained-staff';
import { Sittings } from '../sitting/sittings.port';
import { toAttemptSummary, toAttemptView } from './exam-attempt-views';
import { ExamAttempts, type ExamAttempt } from './exam-attempts.port';
import { SaveAnswers } from './save-answers/save-answers.use-case';
import { StartExam } from './start-exam/start-exam.use-case';
import { SubmitExam } from './submit-exam/submit-exam.use-case';

const AHEAD_SECONDS = 30 * 86_400;
const MOST_OWN = 100;

/** One's own exams: nobody starts, answers or hands in for another. */
@Controller()
export class SitExamHandler {
  constructor(
    private readonly starting: StartExam,
    private readonly saving: SaveAnswers,
    private readonly submitting: SubmitExam,
    private readonly attempts: ExamAttempts,
    private readonly sittings: Sittings,
    private readonly staff: TrainedStaff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetOwnExams)
  async own(_request: OwnExamsRequest, context: RequestContext): Promise<OwnExams> {
    const { staffNumber, name } = await this.staff.own(context);
    const now = this.clock.now();
    const open = await this.sittings.openTo(staffNumber, now, addSeconds(now, AHEAD_SECONDS));
    const { items } = await this.attempts.list({ staffNumber }, MOST_OWN);
    return {
      sittings: open.map(({ opensAt, closesAt, ...sitting }) => ({
        ...sitting,
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
      })),
      attempts: items.map((attempt) => ownSummary(attempt, name)),
    };
  }

  @Handles(StartExamOperation)
  async start({ sittingId }: SittingReference, context: RequestContext): Promise<StartedExamAttempt> {
    const { staffNumber, name } = await this.staff.own(context);
    const { attempt, resumed } = await this.starting.execute(sittingId, staffNumber);
    const answers = resumed ? await this.attempts.answers(attempt.examAttemptId) : [];
    const sight = { showKeys: false };
    return { ...toAttemptView(attempt, name, answers, sight, this.clock.now()), resumed };
  }

  @Handles(SaveExamAnswers)
  async save({ examAttemptId, answers }: SaveAnswersRequest, context: RequestContext): Promise<SavedAnswers> {
    const { staffNumber } = await this.staff.own(context);
    return this.saving.execute(examAttemptId, staffNumber, answers);
  }

  @Handles(SubmitExamOperation)
  async submit(
    { examAttemptId }: ExamAttemptReference,
    context: RequestContext,
  ): Promise<ExamAttemptSummary> {
    const { staffNumber, name } = await this.staff.own(context);
    return ownSummary(await this.submitting.byExaminee(examAttemptId, staffNumber), name);
  }
}

const ownSummary = (attempt: ExamAttempt, name: string): ExamAttemptSummary =>
  toAttemptSummary(attempt, name, { showScore: attempt.state === 'released' });
