import { Controller } from '@nestjs/common';
import {
  GetWorkOrderHistory,
  type HistoryVerdict,
  type RequestContext,
  type WorkOrderHistory,
  WorkOrderHistoryRequest,
} from '@switchyard/contracts';
import { type ChainVerdict, verifyChain } from '@switchyard/domain';
import { Handles, UnitOfWork } from '@switchyard/platform';
import { assertMayRead } from '../access';
import { sha256 } from '../stored-journal';
import { workOrderNotFound } from '../work-order-errors';
import { WorkOrderJournal, type WorkOrderEvent } from '../work-order-journal';
import { WorkOrders } from '../work-orders.port';

@Controller()
export class GetWorkOrderHistoryHandler {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly work: UnitOfWork,
  ) {}

  @Handles(GetWorkOrderHistory)
  async handle(request: WorkOrderHistoryRequest, context: RequestContext): Promise<WorkOrderHistory> {
    const { number, verify = false } = request;
    // Under lock, so that nothing is appended between the two reads.
    const [workOrder, events] = await this.work.inTransaction(async () => {
      const found = await (verify ? this.workOrders.lock(number) : this.workOrders.find(number));
      if (!found) throw workOrderNotFound(number);
      assertMayRead(found, context);
      return [found, await this.journal.history(number)] as const;
    });
    if (!verify) return { events: events.map(toView) };
    const { seq, headHash } = workOrder;
    const verdict = verifyChain(events, { seq, hash: headHash }, sha256);
    return { events: events.map(toView), verdict: toVerdict(verdict) };
  }
}

function toView({ seq, type, at, actorId, owner, data, hash }: WorkOrderEvent) {
  return { seq, type, actorId, owner, hash, at: at.toISOString(), data: { ...data } };
}

function toVerdict(verdict: ChainVerdict): HistoryVerdict {
  if (verdict.intact) return { intact: true };
  const { seq, problem } = verdict;
  return { intact: false, seq, problem };
}
