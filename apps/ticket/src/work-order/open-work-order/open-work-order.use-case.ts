import { Inject, Injectable } from '@nestjs/common';
import { WORK_ORDER_ERRORS, WorkOrderOpened, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Outbox, UnitOfWork } from '@switchyard/platform';
import { AssertParent } from '../link-work-order/assert-parent';
import { KindDefinitions } from '../kinds/kind-definitions';
import { promisedIn } from '../promise-reply/promised-in';
import { QueryCodes } from '../query-codes.port';
import { StoredJournal } from '../stored-journal';
import { dayOf, workOrderNumber } from '../work-order-number';
import { toWorkOrderView } from '../work-order-view';
import { ReservedCodes } from '../reserved-codes/reserved-codes.port';
import { WorkOrders, type WorkOrder } from '../work-orders.port';
import { assertMayRead } from '../access';
import { AssertKnown } from './assert-known';
import { assertComplete } from './assert-complete';
import { newWorkOrder, openingOf } from './new-work-order';
import type { OpenWorkOrderCommand } from './open-work-order.command';

/** With a code in a thousand taken, five draws fail once in 10^15. */
const DRAWS = 5;

/**
 * Opens a work order, once per reference: a repeated command answers with the one that is there. Whoever opens it is
 * responsible for it to the end (首问负责制).
 * @throws DomainError `work-order.reference-reused` when that one is of another kind, `work-order.identity-given`,
 * `work-order.field-missing`, `work-order.fields-invalid`, `work-order.not-found` or `work-order.bad-target` for a
 * parent, `work-order.query-code-not-reserved`, `access.forbidden` when that one is another department's
 */
@Injectable()
export class OpenWorkOrderUseCase {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly definitions: KindDefinitions,
    private readonly journal: StoredJournal,
    private readonly parents: AssertParent,
    private readonly known: AssertKnown,
    private readonly queryCodes: QueryCodes,
    private readonly reservedCodes: ReservedCodes,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(asked: OpenWorkOrderCommand, context: RequestContext): Promise<WorkOrder> {
    const { queryCode: told, ...command } = asked;
    const at = this.clock.now();
    const version = await this.definitions.inForce(command.kind, at);
    const { incomplete } = assertComplete(command, version.definition);
    return this.work.inTransaction(async () => {
      const existing = await this.existing(command, context);
      if (existing) return existing;
      await this.known.assert(command, at);
      const day = dayOf(at);
      const number = workOrderNumber(day, await this.workOrders.nextSerial(day));
      await this.assertParent(command, number);
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const queryCode = told === undefined ? await this.freeCode() : await this.reservedCode(told);
        const given = { number, queryCode, at, by: context.actor.id, incomplete };
        const opened = await this.begin(newWorkOrder(command, version, given), context);
        if (opened) return opened;
        const openedMeanwhile = await this.existing(command, context);
        if (openedMeanwhile) return openedMeanwhile;
      }
      throw new Error(`no free query code in ${DRAWS} draws`);
    });
  }

  /** Drawn by lot; one that waits for a work order to come is drawn again. */
  private async freeCode(): Promise<string> {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const code = this.queryCodes.draw();
      if (!(await this.reservedCodes.isReserved(code))) return code;
    }
    throw new Error(`no free query code in ${DRAWS} draws`);
  }

  private async reservedCode(code: string): Promise<string> {
    if (await this.reservedCodes.take(code)) return code;
    throw new DomainError(
      WORK_ORDER_ERRORS.queryCodeNotReserved,
      'This query code was not set apart, or is used already: leave queryCode out, and one is drawn.',
      { field: 'queryCode' },
    );
  }

  private async begin(workOrder: WorkOrder, context: RequestContext): Promise<WorkOrder | undefined> {
    const store = (begun: WorkOrder) => this.workOrders.add(begun);
    const promised = promisedIn(workOrder.openedAt, workOrder.fields);
    const begun = await this.journal.begin(workOrder, openingOf(workOrder), context, store);
    if (!begun) return undefined;
    const opened = promised.length === 0 ? begun : await this.journal.append(begun.number, promised, context);
    await this.outbox.append(WorkOrderOpened, toWorkOrderView(opened), context);
    return opened;
  }

  private async assertParent({ parent, kind }: OpenWorkOrderCommand, number: string): Promise<void> {
    if (parent !== undefined) await this.parents.assert({ number, kind }, parent);
  }

  /** Somebody else's reference shows nobody a work order that is not theirs to see. */
  private async existing(
    command: OpenWorkOrderCommand,
    context: RequestContext,
  ): Promise<WorkOrder | undefined> {
    const found = await this.workOrders.findByReference(command.reference);
    if (found) assertMayRead(found, context);
    if (found && found.kind !== command.kind) {
      throw new DomainError(
        WORK_ORDER_ERRORS.referenceReused,
        `Reference ${command.reference} opened ${found.number}, a ${found.kind}; send a reference of its own.`,
        { field: 'reference', number: found.number, kind: found.kind },
      );
    }
    return found;
  }
}
