import { Controller, Inject } from '@nestjs/common';
import {
  CORRECTNESS_ERRORS,
  type CorrectnessItemView,
  JudgeCorrectnessItem,
  JudgeCorrectnessItemRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { problemsOfVerdicts } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { CorrectnessSamples } from '../correctness-samples.port';
import { toItemView } from '../correctness-views';

@Controller()
export class JudgeItemHandler {
  constructor(
    private readonly samples: CorrectnessSamples,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(JudgeCorrectnessItem)
  async handle(request: JudgeCorrectnessItemRequest, context: RequestContext): Promise<CorrectnessItemView> {
    const { itemId, verdicts, remark } = request;
    const item = await this.samples.item(itemId);
    if (!item) {
      throw new DomainError(CORRECTNESS_ERRORS.itemNotFound, `There is no item ${itemId}.`, { itemId });
    }
    if (item.doneBy === context.actor.id) {
      throw new DomainError(
        CORRECTNESS_ERRORS.ownWork,
        'This is your own work; somebody else has to judge it.',
        { itemId, doneBy: item.doneBy },
      );
    }
    const problems = problemsOfVerdicts(item.subject, verdicts);
    if (problems.length > 0) {
      throw new DomainError(
        CORRECTNESS_ERRORS.verdictsInvalid,
        `These are no verdicts of ${item.subject}: ${problems.map(({ field, problem }) => `${field} ${problem}`).join('; ')}.`,
        {
          fields: problems.map(({ field, problem }) => ({ field: `verdicts.${field}`, problems: [problem] })),
        },
      );
    }
    const judgement = {
      verdicts,
      ...(remark !== undefined && { remark }),
      judgedAt: this.clock.now(),
      judgedBy: context.actor.id,
    };
    await this.samples.judge(itemId, judgement);
    const { remark: _before, ...unjudged } = item;
    return toItemView({ ...unjudged, ...judgement });
  }
}
