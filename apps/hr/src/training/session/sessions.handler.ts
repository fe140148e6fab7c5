import { Controller } from '@nestjs/common';
import {
  CancelTrainingSession,
  ChangeTrainingSession,
  ChangeTrainingSessionRequest,
  type EnrolmentPage,
  GetTrainingSession,
  ListEnrolments,
  ListEnrolmentsRequest,
  ListTrainingSessions,
  ListTrainingSessionsRequest,
  PlanTrainingSession,
  PlanTrainingSessionRequest,
  type RequestContext,
  type TrainingSessionPage,
  TrainingSessionReference,
  type TrainingSessionView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { viewsOf } from '../page';
import { TrainedStaff } from '../people/trained-staff';
import { PlanSession } from './plan-session/plan-session.use-case';
import { sessionNotFound, toEnrolmentView, toSessionView } from './session-views';
import { Enrolments, Sessions } from './sessions.port';

@Controller()
export class SessionsHandler {
  constructor(
    private readonly sessions: Sessions,
    private readonly enrolments: Enrolments,
    private readonly planning: PlanSession,
    private readonly staff: TrainedStaff,
  ) {}

  @Handles(PlanTrainingSession)
  async plan(request: PlanTrainingSessionRequest, context: RequestContext): Promise<TrainingSessionView> {
    return toSessionView(await this.planning.plan(request, context));
  }

  @Handles(ChangeTrainingSession)
  async change(request: ChangeTrainingSessionRequest): Promise<TrainingSessionView> {
    return toSessionView(await this.planning.change(request));
  }

  @Handles(CancelTrainingSession)
  async cancel({ sessionId }: TrainingSessionReference): Promise<TrainingSessionView> {
    return toSessionView(await this.planning.cancel(sessionId));
  }

  @Handles(GetTrainingSession)
  async get({ sessionId }: TrainingSessionReference): Promise<TrainingSessionView> {
    const session = await this.sessions.find(sessionId);
    if (!session) throw sessionNotFound(sessionId);
    return toSessionView(session);
  }

  @Handles(ListTrainingSessions)
  async list(request: ListTrainingSessionsRequest): Promise<TrainingSessionPage> {
    const { limit = 50, cursor, from, before, ...filter } = request;
    const span = {
      ...(from !== undefined && { from: new Date(from) }),
      ...(before !== undefined && { before: new Date(before) }),
    };
    return viewsOf(await this.sessions.list({ ...filter, ...span }, limit, cursor), toSessionView);
  }

  @Handles(ListEnrolments)
  async enrolled({ sessionId, state, limit = 50, cursor }: ListEnrolmentsRequest): Promise<EnrolmentPage> {
    if (!(await this.sessions.find(sessionId))) throw sessionNotFound(sessionId);
    const page = await this.enrolments.list(sessionId, state, limit, cursor);
    const names = await this.staff.names(page.items.map(({ staffNumber }) => staffNumber));
    return viewsOf(page, (enrolment) => toEnrolmentView(enrolment, names.get(enrolment.staffNumber)));
  }
}
