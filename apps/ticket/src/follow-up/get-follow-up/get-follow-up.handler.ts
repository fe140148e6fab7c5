import { Controller } from '@nestjs/common';
import {
  type FollowUpDetail,
  FollowUpReference,
  GetFollowUp,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { followUpNotFound } from '../follow-up-errors';
import { toFollowUpView, toTryView } from '../follow-up-view';
import { FollowUps } from '../follow-ups.port';
import { MayFollowUp } from '../may-follow-up';

@Controller()
export class GetFollowUpHandler {
  constructor(
    private readonly followUps: FollowUps,
    private readonly mayFollowUp: MayFollowUp,
  ) {}

  @Handles(GetFollowUp)
  async handle({ itemId }: FollowUpReference, context: RequestContext): Promise<FollowUpDetail> {
    const item = await this.followUps.find(itemId);
    if (!item) throw followUpNotFound(itemId);
    await this.mayFollowUp.assert([item], context);
    return { ...toFollowUpView(item), calls: (await this.followUps.triesOf(itemId)).map(toTryView) };
  }
}
