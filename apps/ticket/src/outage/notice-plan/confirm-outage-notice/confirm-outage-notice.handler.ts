import { Controller, Inject } from '@nestjs/common';
import {
  ConfirmOutageNotice,
  ConfirmOutageNoticeRequest,
  type OutageNoticeView,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toOutageNoticeView } from '../notice-plan-view';
import { ConfirmNotice } from './confirm-notice';

@Controller()
export class ConfirmOutageNoticeHandler {
  constructor(
    private readonly confirm: ConfirmNotice,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ConfirmOutageNotice)
  async handle(request: ConfirmOutageNoticeRequest, { actor }: RequestContext): Promise<OutageNoticeView> {
    const { planId, recipient, ...told } = request;
    const confirmation = { ...told, confirmedAt: this.clock.now(), recordedBy: actor.id };
    return toOutageNoticeView(await this.confirm.execute(planId, recipient, confirmation));
  }
}
