import { Inject, Injectable } from '@nestjs/common';
import { WorkOrderOpened, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Outbox, UnitOfWork } from '@switchyard/platform';
import { QueryCodes } from '../query-codes.port';
import { dayOf, workOrderNumber } from '../work-order-number';
import { toWorkOrderView } from '../work-order-view';
import { WorkOrders, type WorkOrder } from '../work-orders.port';
import { assertComplete } from './assert-complete';
import type { OpenWorkOrderCommand } from './open-work-order.command';

/** With a code in a thousand taken, five draws fail once in 10^15. */
const DRAWS = 5;

/**
 * Opens a work order, once per reference: a repeated command answers with the one that is there.
 * @throws DomainError `work-order.reference-reused` when that one is of another kind, `work-order.identity-given`,
 * `work-order.field-missing`
 */
@Injectable()
export class OpenWorkOrderUseCase {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly queryCodes: QueryCodes,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: OpenWorkOrderCommand, context: RequestContext): Promise<WorkOrder> {
    assertComplete(command);
    return this.work.inTransaction(async () => {
      const existing = await this.existing(command);
      if (existing) return existing;
      const openedAt = this.clock.now();
      const day = dayOf(openedAt);
      const number = workOrderNumber(day, await this.workOrders.nextSerial(day));
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const workOrder: WorkOrder = {
          ...command,
          anonymous: command.anonymous ?? false,
          channel: command.channel ?? 'system',
          attachments: command.attachments ?? [],
          ...{ number, queryCode: this.queryCodes.draw(), status: 'open', openedAt },
          openedBy: context.actor.id,
        };
        if (await this.workOrders.add(workOrder)) {
          await this.outbox.append(WorkOrderOpened, toWorkOrderView(workOrder), context);
          return workOrder;
        }
        const openedMeanwhile = await this.existing(command);
        if (openedMeanwhile) return openedMeanwhile;
      }
      throw new Error(`no free query code in ${DRAWS} draws`);
    });
  }

  private async existing(command: OpenWorkOrderCommand): Promise<WorkOrder | undefined> {
    const found = await this.workOrders.findByReference(command.reference);
    if (found && found.kind !== command.kind) {
      throw new DomainError(
        'work-order.reference-reused',
        `Reference ${command.reference} opened ${found.number}, a ${found.kind}; send a reference of its own.`,
        { field: 'reference', number: found.number, kind: found.kind },
      );
    }
    return found;
  }
}
