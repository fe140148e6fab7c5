import { Inject, Injectable } from '@nestjs/common';
import {
  type RequestContext,
  StaffStatusChanged,
  type StaffStatusChangedPayload,
} from '@switchyard/contracts';
import { type LocalDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Outbox } from '@switchyard/platform';
import { StaffRegister, type StaffStanding } from './staff-register.port';

/** Tells, with a version above all before, what accounts have to follow. To be called in the transaction of the change. */
@Injectable()
export class TellStanding {
  constructor(
    private readonly register: StaffRegister,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(
    staffNumbers: readonly string[],
    context: RequestContext,
    unlinkedAccountId?: string,
  ): Promise<readonly StaffStatusChangedPayload[]> {
    if (staffNumbers.length === 0) return [];
    const today = localDateAt(this.clock.now());
    const standings = await this.register.raiseVersions(staffNumbers);
    const payloads = standings.map((standing) => toPayload(standing, today, unlinkedAccountId));
    await this.outbox.appendAll(StaffStatusChanged, payloads, context);
    return payloads;
  }
}

/** Only who is active may act: not before the first day, not suspended, not after leaving. */
export function toPayload(
  { status, roles, scope, ...standing }: StaffStanding,
  effectiveOn: LocalDate,
  unlinkedAccountId?: string,
): StaffStatusChangedPayload {
  return {
    ...standing,
    status,
    mayAct: status === 'active',
    roles: [...roles],
    scope: [...scope],
    effectiveOn,
    ...(unlinkedAccountId !== undefined && { unlinkedAccountId }),
  };
}
