import { Controller } from '@nestjs/common';
import {
  type MarkedExamAttempt,
  MarkExamAttempt,
  MarkExamAttemptRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { TrainedStaff } from '../../../training/people/trained-staff';
import { toAttemptSummary } from '../../exam-attempt/exam-attempt-views';
import { MarkExamPaper } from './mark-exam-paper.use-case';

@Controller()
export class MarkExamPaperHandler {
  constructor(
    private readonly marking: MarkExamPaper,
    private readonly staff: TrainedStaff,
  ) {}

  @Handles(MarkExamAttempt)
  async handle(
    { examAttemptId, marks }: MarkExamAttemptRequest,
    context: RequestContext,
  ): Promise<MarkedExamAttempt> {
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
