import { Controller, Inject } from '@nestjs/common';
import {
  ListActions,
  ListActionsRequest,
  ListOwnActions,
  type MeetingActionPage,
  type MeetingActionView,
  OwnActionsRequest,
  type RequestContext,
  SettleAction,
  SettleActionRequest,
  SettleOwnAction,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { toActionView } from './meeting-views';
import { type ActionFilter, Meetings } from './meetings.port';
import { SettleActionUseCase } from './settle-action';

@Controller()
export class ActionsHandler {
  constructor(
    private readonly meetings: Meetings,
    private readonly settling: SettleActionUseCase,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListActions)
  list({ limit, cursor, order, ...filter }: ListActionsRequest): Promise<MeetingActionPage> {
    return this.page(filter, { limit, cursor, order });
  }

  @Handles(ListOwnActions)
  async own(
    { limit, cursor, order, ...filter }: OwnActionsRequest,
    context: RequestContext,
  ): Promise<MeetingActionPage> {
    const { staffNumber } = await this.members.acting(context);
    return this.page({ ...filter, ownerNumber: staffNumber }, { limit, cursor, order });
  }

  @Handles(SettleAction)
  async settle(request: SettleActionRequest, context: RequestContext): Promise<MeetingActionView> {
    return toActionView(await this.settling.any(request, context), this.clock.now());
  }

  @Handles(SettleOwnAction)
  async settleOwn(request: SettleActionRequest, context: RequestContext): Promise<MeetingActionView> {
    return toActionView(await this.settling.own(request, context), this.clock.now());
  }

  private async page(
    filter: ActionFilter,
    options: Pick<ListActionsRequest, 'limit' | 'cursor' | 'order'>,
  ): Promise<MeetingActionPage> {
    const now = this.clock.now();
    const page = await this.meetings.actions(filter, localDateAt(now), options);
    return { ...page, items: page.items.map((action) => toActionView(action, now)) };
  }
}
