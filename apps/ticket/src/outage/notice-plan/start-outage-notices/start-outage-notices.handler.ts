import { Controller, Inject } from '@nestjs/common';
import {
  NoticePlanReference,
  type NoticePlanView,
  OUTAGE_NOTICE_ERRORS,
  StartOutageNotices,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { toNoticePlanView } from '../notice-plan-view';
import { NoticePlans } from '../notice-plans.port';
import { NoticeWork } from '../notice-work';

/** The shift leader's word that customers who are not important ones are called too. */
@Controller()
export class StartOutageNoticesHandler {
  constructor(
    private readonly plans: NoticePlans,
    private readonly notices: NoticeWork,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(StartOutageNotices)
  handle({ planId }: NoticePlanReference): Promise<NoticePlanView> {
    return this.work.inTransaction(async () => {
      const plan = await this.plans.find(planId);
      if (!plan)
        throw new DomainError(OUTAGE_NOTICE_ERRORS.planNotFound, `There is no plan ${planId}.`, { planId });
      if (plan.endedAt) {
        throw new DomainError(OUTAGE_NOTICE_ERRORS.wrongState, 'This plan has ended.', {
          planId,
          state: 'ended',
        });
      }
      const started = { ...plan, othersWanted: true };
      await this.plans.startOthers(planId, this.clock.now());
      this.work.afterCommit(() => this.notices.kick());
      return toNoticePlanView(started, await this.plans.counts(planId));
    });
  }
}
