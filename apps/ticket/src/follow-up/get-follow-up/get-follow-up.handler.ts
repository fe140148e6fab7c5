import { Controller } from '@nestjs/common';
import { type FollowUpDetail, FollowUpReference, GetFollowUp } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { followUpNotFound } from '../follow-up-errors';
import { toFollowUpView, toTryView } from '../follow-up-view';
import { FollowUps } from '../follow-ups.port';

@Controller()
export class GetFollowUpHandler {
  constructor(private readonly followUps: FollowUps) {}

  @Handles(GetFollowUp)
  async handle({ itemId }: FollowUpReference): Promise<FollowUpDetail> {
    const item = await this.followUps.find(itemId);
    if (!item) throw followUpNotFound(itemId);
    return { ...toFollowUpView(item), calls: (await this.followUps.triesOf(itemId)).map(toTryView) };
  }
}
