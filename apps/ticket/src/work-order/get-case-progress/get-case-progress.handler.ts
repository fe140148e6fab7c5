import { Controller } from '@nestjs/common';
import { CaseProgressRequest, type FoundCase, GetCaseProgress } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { WorkOrders } from '../work-orders.port';
import { spokenProgress } from './spoken-progress';

@Controller()
export class GetCaseProgressHandler {
  constructor(private readonly workOrders: WorkOrders) {}

  @Handles(GetCaseProgress)
  async handle({ queryCode }: CaseProgressRequest): Promise<FoundCase> {
    const workOrder = await this.workOrders.findByQueryCode(queryCode);
    if (!workOrder) return { case: null };
    const { number, kind, status, openedAt, dueAt } = workOrder;
    return {
      case: {
        ...{ number, kind, status, openedAt: openedAt.toISOString(), dueAt: dueAt?.toISOString() },
        progress: spokenProgress(workOrder),
      },
    };
  }
}
