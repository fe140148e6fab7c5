import { Controller } from '@nestjs/common';
import {
  type MarkedAttempt,
  MarkExamAttempt,
  MarkExamAttemptRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { TrainedStaff } from '../../../training/people/trained-staff';
import { toAttemptSummary } from '../../attempt/attempt-views';
import { MarkAttempt } from './mark-attempt.use-case';

@Controller()
export class MarkAttemptHandler {
  constructor(
    private readonly marking: MarkAttempt,
    private readonly staff: TrainedStaff,
  ) {}

  @Handles(MarkExamAttempt)
  async handle(
    { examAttemptId, marks }: MarkExamAttemptRequest,
    context: RequestContext,
  ): Promise<MarkedAttempt> {
    const staffNumber = await this.staff.ownNumber(context);
    const { attempt, open } = await this.marking.execute(examAttemptId, marks, {
      accountId: context.actor.id,
      ...(staffNumber !== undefined && { staffNumber }),
    });
    const names = await this.staff.names([attempt.staffNumber]);
    return {
      ...toAttemptSummary(attempt, names.get(attempt.staffNumber), { showScore: true }),
      open: open.map((need) => ({ ...need })),
    };
  }
}
