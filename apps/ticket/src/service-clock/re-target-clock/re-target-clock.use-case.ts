import { Inject, Injectable } from '@nestjs/common';
import {
  COMMON_ERRORS,
  type ReTargetClockRequest,
  type RequestContext,
  SERVICE_CLOCK_ERRORS,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { assertWithinScope } from '../../work-order/access';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { WorkOrders } from '../../work-order/work-orders.port';
import { clockNotFound } from '../clock-errors';
import { type StoredClock, StoredClocks } from '../stored-clocks.port';

/**
 * Writes into a work order's history that one of its clocks has another length, or a due date set by hand.
 * @throws DomainError `service-clock.not-found`, `service-clock.not-allowed-in-state`, `request.invalid`, and what the
 * journal throws
 */
@Injectable()
export class ReTargetClockUseCase {
  constructor(
    private readonly clocks: StoredClocks,
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(request: ReTargetClockRequest, context: RequestContext): Promise<StoredClock> {
    const { number, stage, reason } = request;
    const target = targetOf(request);
    return this.work.inTransaction(async () => {
      const workOrder = await this.workOrders.lock(number);
      if (workOrder) assertWithinScope(workOrder, context);
      assertFuture(request.dueAt, this.clock.now());
      const clock = await this.running(request);
      const { owner } = clock;
      await this.journal.append(
        number,
        [{ type: 're-targeted', data: { clock: stage, owner, reason, ...target } }],
        context,
      );
      const reckoned = await this.clocks.find(clock.id);
      if (!reckoned) throw new Error(`clock ${clock.id} is gone`);
      return reckoned;
    });
  }

  private async running({ number, stage, owner }: ReTargetClockRequest): Promise<StoredClock> {
    const clocks = await this.clocks.of({ subject: 'work-order', id: number });
    const fitting = clocks.filter(
      (clock) => clock.stage === stage && (owner === undefined || clock.owner === owner),
    );
    const running = fitting.find(({ state }) => state === 'running' || state === 'paused');
    if (running) return running;
    const last = fitting.at(-1);
    if (!last) throw clockNotFound({ number, stage, owner });
    throw new DomainError(
      SERVICE_CLOCK_ERRORS.isOver,
      `This time limit is ${last.state}; only one that is not over can get another length.`,
      { clockId: last.id, state: last.state },
    );
  }
}

function assertFuture(dueAt: string | undefined, now: Date): void {
  if (dueAt === undefined || new Date(dueAt) > now) return;
  throw new DomainError(COMMON_ERRORS.invalid, 'The new due date has passed already.', {
    fields: [{ field: 'dueAt', problems: [`must be later than ${now.toISOString()}`] }],
  });
}

function targetOf({ dueAt, unit, value }: ReTargetClockRequest) {
  if (dueAt !== undefined && unit === undefined && value === undefined)
    return { dueAt: new Date(dueAt).toISOString() };
  if (dueAt === undefined && unit !== undefined && value !== undefined) return { target: { unit, value } };
  throw new DomainError(COMMON_ERRORS.invalid, 'Give either dueAt, or unit and value.', {
    fields: [{ field: 'dueAt', problems: ['must be given, or unit and value, and not both'] }],
  });
}
