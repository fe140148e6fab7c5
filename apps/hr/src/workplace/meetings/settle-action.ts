import { Inject, Injectable } from '@nestjs/common';
import { MEETING_ERRORS, type RequestContext, type SettleActionRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Members } from '../common/members';
import { type MeetingAction, Meetings } from './meetings.port';

/** What was agreed is done, or dropped; once. */
@Injectable()
export class SettleActionUseCase {
  constructor(
    private readonly meetings: Meetings,
    private readonly members: Members,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Anybody's. @throws DomainError `meeting-action.not-found`, `meeting-action.already-settled` */
  async any(request: SettleActionRequest, context: RequestContext): Promise<MeetingAction> {
    return this.settle(request, await this.members.nameOf(context));
  }

  /** One's own. @throws DomainError as `any`, and `workplace.not-staff` */
  async own(request: SettleActionRequest, context: RequestContext): Promise<MeetingAction> {
    const { staffNumber } = await this.members.acting(context);
    return this.settle(request, staffNumber, staffNumber);
  }

  private settle(
    { actionId, state, result }: SettleActionRequest,
    by: string,
    owner?: string,
  ): Promise<MeetingAction> {
    return this.work.inTransaction(async () => {
      const action = await this.meetings.lockAction(actionId);
      if (!action || (owner !== undefined && action.ownerNumber !== owner)) {
        throw new DomainError(MEETING_ERRORS.actionNotFound, `There is no action ${actionId}.`, { actionId });
      }
      if (action.state !== 'open') {
        throw new DomainError(MEETING_ERRORS.actionSettled, `The action is ${action.state}.`, {
          actionId,
          settledBy: action.settledBy,
        });
      }
      const settledAt = this.clock.now();
      await this.meetings.settleAction(actionId, state, result, settledAt, by);
      return { ...action, state, result, settledAt, settledBy: by };
    });
  }
}
