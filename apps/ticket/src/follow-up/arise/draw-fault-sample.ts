import { Inject, Injectable } from '@nestjs/common';
import { sampleFaultCalls } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { WorkOrders, type WorkOrder } from '../../work-order/work-orders.port';
import { FollowUpRules } from '../follow-up-rules';
import { AriseFollowUp } from './arise-follow-up';
import { FaultCalls } from './fault-calls.port';
import { faultKeyOf } from './fault-key';
import { FaultSamples } from './fault-samples.port';

/**
 * After a restored report: draws which calls of that fault are followed up (art. 21(7)). The draw is over all of the
 * fault's calls, so that it does not matter which of them is restored first; a call that was picked is put on the list
 * when its own supply is back. Calls that come in later make the sample grow.
 */
@Injectable()
export class DrawFaultSample {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly calls: FaultCalls,
    private readonly samples: FaultSamples,
    private readonly rules: FollowUpRules,
    private readonly arise: AriseFollowUp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(restored: WorkOrder, restoredAt: Date, by: string): Promise<void> {
    const parent = restored.parent === undefined ? undefined : await this.workOrders.find(restored.parent);
    const faultKey = faultKeyOf(restored, parent?.outageId);
    const now = this.clock.now();
    const before = await this.samples.lock(faultKey, faultKey, now);
    const calls = await this.calls.of(faultKey);
    const { policy } = await this.rules.at(now);
    const share = { percent: policy.sharePercent.fault, atLeast: policy.faultAtLeast };
    const sample = sampleFaultCalls(calls, share, before.seed, before.picked);
    const withoutContact = calls.length - sample.calls;
    await this.samples.save({ ...before, ...sample, withoutContact, drawnAt: now });
    const known = new Set(before.picked);
    for (const number of sample.picked) {
      const isThis = number === restored.number;
      const isLate = !known.has(number) && calls.some(({ id, restored: back }) => id === number && back);
      if (!isThis && !isLate) continue;
      const workOrder = isThis ? restored : await this.workOrders.find(number);
      if (!workOrder) throw new Error(`work order ${number} of ${faultKey} was not found`);
      const at = isThis ? restoredAt : now;
      await this.arise.execute(workOrder, {
        ...{ kind: 'fault', purpose: 'call-back', basis: 'fault', faultKey, at, by },
      });
    }
  }
}
