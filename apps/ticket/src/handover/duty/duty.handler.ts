import { Controller, Inject } from '@nestjs/common';
import {
  type DutyView,
  GetDuty,
  GetDutyRequest,
  HANDOVER_ERRORS,
  type OnDuty,
  type RequestContext,
  TakeDuty,
  TakeDutyRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { accountNameOf } from '../account-name';
import { Duties, type Duty } from './duties.port';

@Controller()
export class DutyHandler {
  constructor(
    private readonly duties: Duties,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetDuty)
  async get(_request: GetDutyRequest): Promise<OnDuty> {
    const duty = await this.duties.current();
    return duty ? { duty: toView(duty) } : {};
  }

  @Handles(TakeDuty)
  async take(_request: TakeDutyRequest, { actor }: RequestContext): Promise<DutyView> {
    const duty = { leader: accountNameOf(actor), leaderId: actor.id, since: this.clock.now() };
    if (await this.duties.begin(duty)) return toView(duty);
    const current = await this.duties.current();
    if (current?.leader === duty.leader) return toView(current);
    throw new DomainError(
      HANDOVER_ERRORS.dutyTaken,
      `${current?.leader ?? 'Somebody'} leads the shift; it passes by a handover.`,
      { leader: current?.leader },
    );
  }
}

const toView = ({ leader, since }: Duty): DutyView => ({ leader, since: since.toISOString() });
