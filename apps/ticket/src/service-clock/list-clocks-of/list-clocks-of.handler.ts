import { Controller } from '@nestjs/common';
import { type ClocksOf, ClocksOfRequest, ListClocksOf, type RequestContext } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ClockRules } from '../clock-rules';
import { LimitNames, toClockDetails } from '../clock-view';
import { WorkOrders } from '../../work-order/work-orders.port';
import { assertMayRead } from '../../work-order/access';
import { StoredClocks } from '../stored-clocks.port';
import { isWithin } from '../within-scope';

@Controller()
export class ListClocksOfHandler {
  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
    private readonly workOrders: WorkOrders,
  ) {}

  @Handles(ListClocksOf)
  /** @throws DomainError `access.forbidden` for a work order of another department and area */
  async handle({ subject, subjectId }: ClocksOfRequest, context: RequestContext): Promise<ClocksOf> {
    const workOrder = subject === 'work-order' ? await this.workOrders.find(subjectId) : undefined;
    if (workOrder) assertMayRead(workOrder, context);
    const names = new LimitNames((await this.rules.current()).policies);
    const clocks = await this.clocks.of({ subject, id: subjectId });
    const seen = workOrder ? clocks : clocks.filter((clock) => isWithin(clock, context));
    return { items: seen.map((clock) => toClockDetails(clock, names)) };
  }
}
