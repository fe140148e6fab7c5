import { Controller } from '@nestjs/common';
import {
  CrewArrived,
  CrewArrivedRequest,
  type FieldWorkView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { assertPast } from '../field-work-errors';
import { WorkOnFault } from '../work-on-fault';

@Controller()
export class CrewArrivedHandler {
  constructor(private readonly work: WorkOnFault) {}

  @Handles(CrewArrived)
  handle({ number, arrivedAt }: CrewArrivedRequest, context: RequestContext): Promise<FieldWorkView> {
    return this.work.execute(
      number,
      (fault, now) => {
        const at = arrivedAt === undefined ? now : new Date(arrivedAt);
        assertPast('arrivedAt', at, fault.openedAt, now);
        return { type: 'arrived', data: { arrivedAt: at.toISOString() } };
      },
      context,
    );
  }
}
