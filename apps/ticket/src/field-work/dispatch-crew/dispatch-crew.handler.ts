import { Controller } from '@nestjs/common';
import {
  DispatchCrew,
  DispatchCrewRequest,
  type FieldWorkView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { assertPast } from '../field-work-errors';
import { WorkOnFault } from '../work-on-fault';

@Controller()
export class DispatchCrewHandler {
  constructor(private readonly work: WorkOnFault) {}

  @Handles(DispatchCrew)
  handle(request: DispatchCrewRequest, context: RequestContext): Promise<FieldWorkView> {
    const { number, leader, phone, departedAt } = request;
    return this.work.execute(
      number,
      (fault, now) => {
        const at = departedAt === undefined ? now : new Date(departedAt);
        assertPast('departedAt', at, fault.openedAt, now);
        return { type: 'dispatched', data: { leader, phone, departedAt: at.toISOString() } };
      },
      context,
    );
  }
}
