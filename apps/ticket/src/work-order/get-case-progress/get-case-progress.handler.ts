import { Controller } from '@nestjs/common';
import { CaseProgressRequest, type FoundCase, GetCaseProgress } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { WorkOrders, type WorkOrder } from '../work-orders.port';
import { spokenProgress } from './spoken-progress';

/** A duplicate of a duplicate of …: nobody merges so often. */
const MOST_MERGES = 20;

@Controller()
export class GetCaseProgressHandler {
  constructor(private readonly workOrders: WorkOrders) {}

  @Handles(GetCaseProgress)
  async handle({ queryCode }: CaseProgressRequest): Promise<FoundCase> {
    const workOrder = await this.goingOn(await this.workOrders.findByQueryCode(queryCode));
    if (!workOrder) return { case: null };
    const { number, kind, status, openedAt, dueAt } = workOrder;
    return {
      case: {
        number,
        kind,
        status,
        openedAt: openedAt.toISOString(),
        dueAt: dueAt?.toISOString(),
        progress: spokenProgress(workOrder),
      },
    };
  }

  /** Of a duplicate, the one that it was merged into: the matter goes on there. */
  private async goingOn(workOrder: WorkOrder | undefined): Promise<WorkOrder | undefined> {
    let found = workOrder;
    for (let merges = 0; found?.mergedInto !== undefined && merges < MOST_MERGES; merges += 1)
      found = await this.workOrders.find(found.mergedInto);
    return found;
  }
}
