import { Inject, Injectable } from '@nestjs/common';
import { sampleFaultCalls } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { WorkOrders, type WorkOrder } from '../../work-order/work-orders.port';
import { FollowUpRules } from '../follow-up-rules';
import { AriseFollowUp } from './arise-follow-up';
import { FaultCalls } from './fault-calls.port';
import { faultKeyOf } from './fault-key';
import { type DrawnSample, FaultSamples } from './fault-samples.port';

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
    const arising = { kind: 'fault', purpose: 'call-back', basis: 'fault', faultKey, by } as const;
    const known = new Set(before.picked);
    const isAsDrawn = (await this.calls.count(faultKey)) === before.calls + before.withoutContact;
    const late = isAsDrawn ? [] : await this.draw(before, now);
    if (known.has(restored.number) || late.includes(restored.number)) {
      await this.arise.execute(restored, { ...arising, at: restoredAt });
    }
    for (const number of late.filter((one) => one !== restored.number)) {
      const workOrder = await this.workOrders.find(number);
      if (!workOrder) throw new Error(`work order ${number} of ${faultKey} was not found`);
      await this.arise.execute(workOrder, { ...arising, at: now });
    }
  }

  /** Draws anew; answers the new picks whose supply is back. */
  private async draw(before: DrawnSample, now: Date): Promise<readonly string[]> {
    const calls = await this.calls.of(before.faultKey);
    const { policy } = await this.rules.at(now);
    const share = { percent: policy.sharePercent.fault, atLeast: policy.faultAtLeast };
    const sample = sampleFaultCalls(calls, share, before.seed, before.picked);
    const withoutContact = calls.length - sample.calls;
    await this.samples.save({ ...before, ...sample, withoutContact, drawnAt: now });
    const back = new Set(calls.filter(({ restored }) => restored).map(({ id }) => id));
    return sample.picked.filter((number) => back.has(number) && !before.picked.includes(number));
  }
}
