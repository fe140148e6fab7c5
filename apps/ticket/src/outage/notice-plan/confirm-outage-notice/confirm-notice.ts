import { Injectable } from '@nestjs/common';
import { OUTAGE_NOTICE_ERRORS } from '@switchyard/contracts';
import { DomainError, UnitOfWork } from '@switchyard/platform';
import type { OutageNotice } from '../notice-plan';
import { type Confirmation, NoticePlans } from '../notice-plans.port';

/** A customer was told, and it is proven: once; the first proof stays (art. 19(5)). */
@Injectable()
export class ConfirmNotice {
  constructor(
    private readonly plans: NoticePlans,
    private readonly work: UnitOfWork,
  ) {}

  /** @throws DomainError `outage-notice.not-found`, `outage-notice.not-allowed-in-state` when the plan dropped it */
  execute(planId: string, recipient: string, confirmation: Confirmation): Promise<OutageNotice> {
    return this.work.inTransaction(async () => {
      const notice = await this.plans.lock(planId, recipient);
      if (!notice) {
        const message = `${recipient} is no customer of the plan ${planId}.`;
        throw new DomainError(OUTAGE_NOTICE_ERRORS.notFound, message, { planId, recipient });
      }
      if (notice.state === 'confirmed') return notice;
      if (notice.state === 'dropped') {
        const message = 'This plan ended before the customer was told; see the next one of the outage.';
        throw new DomainError(OUTAGE_NOTICE_ERRORS.wrongState, message, { recipient, state: notice.state });
      }
      await this.plans.confirm(planId, recipient, confirmation);
      const { recordedBy: _, ...told } = confirmation;
      return { ...notice, ...told, state: 'confirmed', escalatesAt: undefined };
    });
  }
}
