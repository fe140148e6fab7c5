import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { QualityFaultRepeated, type RequestContext } from '@switchyard/contracts';
import { localDateAt, repeatedFault } from '@switchyard/domain';
import { CLOCK, type Clock, Outbox } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { QualityReminders } from '../quality-reminders';
import { toEscalationView } from './escalation-view';
import { type Escalation, Escalations } from './escalations.port';

/** Tells the leader of faults that came again as often as the policy allows no more (§14), each run of faults once. */
@Injectable()
export class RaiseRepeatedFaults {
  constructor(
    private readonly escalations: Escalations,
    private readonly staff: StaffDirectory,
    private readonly policies: Policies,
    private readonly reminders: QualityReminders,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To be called in the transaction in which the faults were written. @param items that had a fault just now */
  async execute(staffNumber: string, items: readonly string[], context: RequestContext): Promise<void> {
    if (items.length === 0) return;
    await this.escalations.lock(staffNumber);
    const now = this.clock.now();
    const { repeatedFault: rule } = await this.policies.inForce('quality', now);
    const member = await this.staff.find(staffNumber);
    for (const itemCode of items) {
      const faults = await this.escalations.looseFaults(staffNumber, itemCode);
      const run = repeatedFault(faults, rule);
      const [first, last] = [run?.[0], run?.at(-1)];
      const known = faults.find(({ evaluationId }) => evaluationId === last?.evaluationId);
      if (!run || !first || !last || !known) continue;
      const { names, courseCode } = known;
      const escalation: Escalation = {
        id: randomUUID(),
        staffNumber,
        itemCode,
        names,
        courseCode,
        times: run.length,
        groupCode: member?.groupCode,
        leaderNumber: member?.leaderNumber,
        withinDays: rule.withinDays,
        firstAt: first.at,
        lastAt: last.at,
        lastDay: localDateAt(last.at),
        raisedAt: now,
        evaluationIds: run.map(({ evaluationId }) => evaluationId),
      };
      await this.escalations.add(escalation);
      await this.reminders.faultRepeated(escalation);
      await this.outbox.append(QualityFaultRepeated, toEscalationView(escalation), context);
    }
  }

  /** An appeal changed a result: what has too few faults left is withdrawn. In the same transaction. */
  async withdraw(evaluationId: string): Promise<void> {
    const now = this.clock.now();
    const { repeatedFault: rule } = await this.policies.inForce('quality', now);
    for (const { id, faults } of await this.escalations.standingWith(evaluationId)) {
      if (faults < rule.times) await this.escalations.withdraw(id, now);
    }
  }
}
