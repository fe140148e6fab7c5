import { Inject, Injectable } from '@nestjs/common';
import { FOLLOW_UP_ERRORS, type RequestContext } from '@switchyard/contracts';
import { isFollowedKind } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { assertWithinScope } from '../../work-order/access';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { AriseFollowUp } from '../arise/arise-follow-up';
import { FaultCalls } from '../arise/fault-calls.port';
import { faultKeyOf } from '../arise/fault-key';
import type { FollowUp } from '../follow-up';

/**
 * The shift leader picks one more than the rules did (art. 21(7): at least 5 %).
 * @throws DomainError `work-order.not-found`, `follow-up.not-followed-up`, `follow-up.already-there`
 */
@Injectable()
export class PickFollowUpUseCase {
  constructor(
    private readonly journal: WorkOrderJournal,
    private readonly calls: FaultCalls,
    private readonly arise: AriseFollowUp,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(number: string, reason: string, context: RequestContext): Promise<FollowUp> {
    return this.work.inTransaction(async () => {
      const text = `回访抽取 / picked for follow-up: ${reason}`;
      const workOrder = await this.journal.append(number, [{ type: 'noted', data: { text } }], context);
      assertWithinScope(workOrder, context);
      const { kind } = workOrder;
      if (!isFollowedKind(kind)) throw notFollowed(number, `a ${kind} is not followed up`);
      const isOver =
        kind === 'fault'
          ? (await this.calls.of(faultKeyOf(workOrder))).some(({ id, restored }) => id === number && restored)
          : workOrder.status === 'closed';
      if (!isOver) throw notFollowed(number, 'it is not done yet');
      const picked = await this.arise.execute(workOrder, {
        kind,
        purpose: 'call-back',
        basis: 'picked',
        at: this.clock.now(),
        by: context.actor.id,
      });
      if (picked) return picked;
      throw new DomainError(FOLLOW_UP_ERRORS.alreadyThere, `${number} is on the list already.`, { number });
    });
  }
}

const notFollowed = (number: string, why: string): DomainError =>
  new DomainError(FOLLOW_UP_ERRORS.notFollowed, `${number} cannot be picked: ${why}.`, { number });
