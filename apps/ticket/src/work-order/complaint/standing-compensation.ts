import { Injectable } from '@nestjs/common';
import { type RequestContext, WORK_ORDER_ERRORS } from '@switchyard/contracts';
import { type Compensation, compensationOf, type CompensationStatus } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { WorkOrderJournal } from '../work-order-journal';

/** The compensation of a complaint, for those who judge it. */
@Injectable()
export class StandingCompensation {
  constructor(private readonly journal: WorkOrderJournal) {}

  /** @throws DomainError `compensation.not-allowed-in-state` unless it stands as needed */
  async of(number: string, needed: CompensationStatus): Promise<Compensation> {
    const compensation = compensationOf(await this.journal.history(number));
    if (compensation.status === needed) return compensation;
    throw new DomainError(
      WORK_ORDER_ERRORS.compensationState,
      `The compensation of ${number} is ${compensation.status}; the act needs it ${needed}.`,
      { number, status: compensation.status, allowed: [needed] },
    );
  }

  /** @throws DomainError `compensation.not-allowed-in-state`, `compensation.same-person` */
  async judgedBy(number: string, { actor }: RequestContext): Promise<Compensation> {
    const compensation = await this.of(number, 'pending');
    if (compensation.proposedBy !== actor.id) return compensation;
    throw new DomainError(
      WORK_ORDER_ERRORS.samePerson,
      'Nobody judges a compensation that they proposed; a second person does.',
      { number },
    );
  }
}
