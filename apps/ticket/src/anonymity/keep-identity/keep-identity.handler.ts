import { Controller, Inject } from '@nestjs/common';
import {
  GetIdentityStatus,
  IDENTITY_ERRORS,
  IdentityReference,
  type IdentityStatus,
  KeepIdentity,
  KeepIdentityRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { assertMayRead } from '../../work-order/access';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { type WorkOrder, WorkOrders } from '../../work-order/work-orders.port';
import { IdentityAudit } from '../audit/identity-audit.port';
import { Identities } from '../identities.port';
import { IdentityCipher } from '../keys/identity-cipher';

/** All that a work order's history ever tells of it. */
const NOTE = '举报人（投诉人）身份另行保管 identity kept apart';

@Controller()
export class KeepIdentityHandler {
  constructor(
    private readonly identities: Identities,
    private readonly cipher: IdentityCipher,
    private readonly audit: IdentityAudit,
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(KeepIdentity)
  async keep({ number, ...identity }: KeepIdentityRequest, context: RequestContext): Promise<IdentityStatus> {
    if (Object.values(identity).every((value) => value === undefined)) {
      throw new DomainError(
        IDENTITY_ERRORS.empty,
        'Give at least one of name, phone, address, documentNo, note.',
        {
          field: 'name',
        },
      );
    }
    assertAnonymous(await this.workOrder(number, context));
    const sealed = await this.cipher.seal(identity, number);
    return this.work.inTransaction(async () => {
      const keptAt = this.clock.now();
      if (!(await this.identities.add({ ...sealed, number, keptAt }))) throw alreadyKept(number);
      await this.journal.append(number, [{ type: 'noted', data: { text: NOTE } }], context);
      const { actor, correlationId } = context;
      await this.audit.add({ at: keptAt, action: 'kept', actor: actor.id, number, correlationId });
      return { number, keptApart: true, keptAt: keptAt.toISOString() };
    });
  }

  @Handles(GetIdentityStatus)
  async status({ number }: IdentityReference, context: RequestContext): Promise<IdentityStatus> {
    await this.workOrder(number, context);
    const keptAt = await this.identities.keptAt(number);
    return { number, keptApart: keptAt !== undefined, keptAt: keptAt?.toISOString() };
  }

  private async workOrder(number: string, context: RequestContext): Promise<WorkOrder> {
    const workOrder = await this.workOrders.find(number);
    if (!workOrder)
      throw new DomainError(IDENTITY_ERRORS.workOrderUnknown, `There is no work order ${number}.`, {
        number,
      });
    assertMayRead(workOrder, context);
    return workOrder;
  }
}

function assertAnonymous({ number, anonymous }: WorkOrder): void {
  if (anonymous) return;
  throw new DomainError(
    IDENTITY_ERRORS.notAnonymous,
    'The work order names its customer; an identity is kept apart only from one that was opened as anonymous.',
    { number },
  );
}

const alreadyKept = (number: string): DomainError =>
  new DomainError(
    IDENTITY_ERRORS.alreadyKept,
    'An identity is kept for this work order; it is never replaced.',
    {
      number,
    },
  );
