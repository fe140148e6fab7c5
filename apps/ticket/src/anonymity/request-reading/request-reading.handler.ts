import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  IDENTITY_ERRORS,
  type IdentityReadingView,
  type RequestContext,
  RequestIdentityReading,
  RequestIdentityReadingRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { assertMayRead } from '../../work-order/access';
import { WorkOrders } from '../../work-order/work-orders.port';
import { assertReason } from '../anonymity-errors';
import { IdentityAudit } from '../audit/identity-audit.port';
import { Identities } from '../identities.port';
import { toReadingView } from '../reading-view';
import { Readings, type Reading } from '../readings.port';

const HOUR_MS = 3_600_000;

@Controller()
export class RequestReadingHandler {
  constructor(
    private readonly identities: Identities,
    private readonly readings: Readings,
    private readonly audit: IdentityAudit,
    private readonly policies: Policies,
    private readonly workOrders: WorkOrders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RequestIdentityReading)
  handle(
    { number, reason }: RequestIdentityReadingRequest,
    context: RequestContext,
  ): Promise<IdentityReadingView> {
    const { actor, correlationId } = context;
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const workOrder = await this.workOrders.find(number);
      if (workOrder) assertMayRead(workOrder, context);
      const policy = await this.policies.identityReading(now);
      assertReason(reason, policy.reasonLength);
      if (!(await this.identities.keptAt(number))) {
        throw new DomainError(IDENTITY_ERRORS.notKept, `No identity is kept for ${number}.`, { number });
      }
      const reading: Reading = {
        requestId: randomUUID(),
        number,
        reason,
        state: 'pending',
        requestedAt: now,
        requestedBy: actor.id,
        until: new Date(now.getTime() + policy.pendingHours * HOUR_MS),
      };
      if (!(await this.readings.add(reading, now))) {
        throw new DomainError(
          IDENTITY_ERRORS.alreadyRequested,
          'A request of yours for this work order waits or may be used; use it, or withdraw it.',
          { number },
        );
      }
      const { requestId } = reading;
      await this.audit.add({
        at: now,
        action: 'requested',
        actor: actor.id,
        number,
        requestId,
        reason,
        correlationId,
      });
      return toReadingView(reading, now);
    });
  }
}
