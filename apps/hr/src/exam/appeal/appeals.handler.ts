import { Controller } from '@nestjs/common';
import {
  DecideExamAppeal,
  DecideExamAppealRequest,
  type ExamAppealPage,
  type ExamAppealView,
  ListExamAppeals,
  ListExamAppealsRequest,
  RaiseExamAppeal,
  RaiseExamAppealRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { viewsOf } from '../../training/page';
import { TrainedStaff } from '../../training/people/trained-staff';
import { Appeals, type ExamAppeal } from './appeals.port';
import { DecideAppeal } from './decide-appeal/decide-appeal.use-case';
import { RaiseAppeal } from './raise-appeal/raise-appeal.use-case';

@Controller()
export class AppealsHandler {
  constructor(
    private readonly appeals: Appeals,
    private readonly raising: RaiseAppeal,
    private readonly deciding: DecideAppeal,
    private readonly staff: TrainedStaff,
  ) {}

  @Handles(RaiseExamAppeal)
  async raise(
    { examAttemptId, reason }: RaiseExamAppealRequest,
    context: RequestContext,
  ): Promise<ExamAppealView> {
    const { staffNumber } = await this.staff.own(context);
    return toView(await this.raising.execute(examAttemptId, staffNumber, reason));
  }

  @Handles(ListExamAppeals)
  async list({ state, limit = 50, cursor }: ListExamAppealsRequest): Promise<ExamAppealPage> {
    return viewsOf(await this.appeals.list(state, limit, cursor), toView);
  }

  @Handles(DecideExamAppeal)
  async decide(request: DecideExamAppealRequest, context: RequestContext): Promise<ExamAppealView> {
    const staffNumber = await this.staff.ownNumber(context);
    const decider = { accountId: context.actor.id, ...(staffNumber !== undefined && { staffNumber }) };
    return toView(await this.deciding.execute(request, decider));
  }
}

const toView = ({ raisedAt, decidedAt, ...appeal }: ExamAppeal): ExamAppealView => ({
  ...appeal,
  raisedAt: raisedAt.toISOString(),
  ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
});
