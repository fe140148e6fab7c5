import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  RecordSystemFault,
  RecordSystemFaultRequest,
  type RequestContext,
  type SystemFaultView,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toSystemFaultView } from '../desk-log-view';
import { SystemFaults } from '../system-faults.port';
import { assertNotFuture } from '../assert-not-future';

@Controller()
export class RecordSystemFaultHandler {
  constructor(
    private readonly faults: SystemFaults,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RecordSystemFault)
  async handle(request: RecordSystemFaultRequest, { actor }: RequestContext): Promise<SystemFaultView> {
    const now = this.clock.now();
    assertNotFuture('since', new Date(request.since), now);
    const fault = await this.faults.add({
      ...request,
      faultId: randomUUID(),
      since: new Date(request.since),
      status: 'open' as const,
      recordedBy: actor.id,
      recordedAt: now,
    });
    return toSystemFaultView(fault);
  }
}
