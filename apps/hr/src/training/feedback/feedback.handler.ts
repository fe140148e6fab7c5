import { Controller, Inject } from '@nestjs/common';
import {
  type FeedbackThanks,
  GetTrainingFeedback,
  GiveTrainingFeedback,
  GiveTrainingFeedbackRequest,
  type RequestContext,
  TRAINING_FEEDBACK_ERRORS,
  type TrainingFeedbackView,
  TrainingSessionReference,
} from '@switchyard/contracts';
import { feedbackSummary } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { TrainedStaff } from '../people/trained-staff';
import { sessionNotFound } from '../session/session-views';
import { Enrolments, Sessions } from '../session/sessions.port';
import { Feedback } from './feedback.port';

/** Anonymous feedback of who attended (§15): no name is stored with it, and few answers are not shown. */
@Controller()
export class FeedbackHandler {
  constructor(
    private readonly feedback: Feedback,
    private readonly sessions: Sessions,
    private readonly enrolments: Enrolments,
    private readonly staff: TrainedStaff,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GiveTrainingFeedback)
  async give(request: GiveTrainingFeedbackRequest, context: RequestContext): Promise<FeedbackThanks> {
    const { sessionId, remark, ...ratings } = request;
    const { staffNumber } = await this.staff.own(context);
    return this.work.inTransaction(async () => {
      if (!(await this.sessions.lock(sessionId))) throw sessionNotFound(sessionId);
      if ((await this.enrolments.find(sessionId, staffNumber))?.state !== 'attended') {
        throw new DomainError(
          TRAINING_FEEDBACK_ERRORS.notAttended,
          'Only who attended the session can say how it was; ask the trainer to correct the attendance.',
          { sessionId },
        );
      }
      const answer = { ratings, ...(remark !== undefined && { remark }) };
      if (!(await this.feedback.give(sessionId, staffNumber, answer))) {
        throw new DomainError(
          TRAINING_FEEDBACK_ERRORS.alreadyGiven,
          'You have given your feedback; since it has no name, it cannot be found again and changed.',
          { sessionId },
        );
      }
      return { answers: (await this.feedback.answers(sessionId)).length };
    });
  }

  @Handles(GetTrainingFeedback)
  async get({ sessionId }: TrainingSessionReference): Promise<TrainingFeedbackView> {
    if (!(await this.sessions.find(sessionId))) throw sessionNotFound(sessionId);
    const { feedbackFrom } = await this.policies.inForce('training', this.clock.now());
    const { means, remarks, answers } = feedbackSummary(await this.feedback.answers(sessionId), feedbackFrom);
    return {
      sessionId,
      answers,
      shownFrom: feedbackFrom,
      ...(means && { means: { ...means } }),
      ...(remarks && { remarks: [...remarks] }),
    };
  }
}
