import { Inject, Injectable } from '@nestjs/common';
import { CallMissed, type CallMissedPayload } from '@switchyard/contracts';
import { type AgentPolicy, decideCallBack } from '@switchyard/domain';
import { CLOCK, type Clock, Outbox, systemContext, UnitOfWork } from '@switchyard/platform';
import { CallRecords } from '../../telephony/call-records';
import { AgentPolicies } from '../policy/agent-policies.port';
import { IdentifyLostCallers } from './identify-lost-callers.use-case';
import { LostCallers, type LostCallerRow } from './lost-callers.port';

const AT_ONCE = 100;
const HOUR_MS = 3_600_000;

/**
 * Tells once of each caller who gave up, or was let go and then left neither a message nor a wish to be called back, and
 * is to be called back (L30), whichever way it became known.
 */
@Injectable()
export class TellMissedCalls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly callers: LostCallers,
    private readonly policies: AgentPolicies,
    private readonly outbox: Outbox,
    private readonly records: CallRecords,
    private readonly identify: IdentifyLostCallers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many events went out */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const policy = await this.policies.inForce(now);
    // What is older than the promise could only be told when it is broken already.
    const since = new Date(now.getTime() - policy.callBackHours * HOUR_MS);
    await this.identify.execute(since);
    let told = 0;
    for (let seen = AT_ONCE; seen === AT_ONCE;) {
      const round = await this.unitOfWork.inTransaction(() => this.round(policy, since, now));
      told += round.told;
      seen = round.seen;
    }
    return told;
  }

  private async round(policy: AgentPolicy, since: Date, now: Date): Promise<{ seen: number; told: number }> {
    const callers = await this.callers.take(AT_ONCE, since);
    if (callers.length === 0) return { seen: 0, told: 0 };
    const withoutMenus = callers.filter(({ metMenus }) => !metMenus).map(({ callId }) => callId);
    const numbers = await this.records.numbersOf(withoutMenus);
    const payloads = callers.flatMap((caller) =>
      missedCall({ ...caller, phone: caller.phone ?? numbers.get(caller.callId) ?? null }, policy),
    );
    await this.outbox.appendAll(CallMissed, payloads, systemContext('ivr'));
    await this.callers.decided(
      callers.map(({ id }) => id),
      now,
    );
    return { seen: callers.length, told: payloads.length };
  }
}

function missedCall(caller: LostCallerRow, policy: AgentPolicy): CallMissedPayload[] {
  if (caller.servedElsewhere || caller.phone === null) return [];
  const { outcome, phone, leftAt } = caller;
  const valueTier = caller.valueTier ?? 'ordinary';
  const decision = decideCallBack(
    { outcome, phone, leftAt, valueTier, listFlag: caller.listFlag ?? 'normal' },
    policy.callBackHours,
  );
  if (!decision.due) return [];
  return [
    {
      callId: caller.callId,
      phone,
      valueTier,
      queue: caller.queue,
      at: leftAt.toISOString(),
      accountNo: caller.accountNo ?? undefined,
      waitedSeconds: Math.max(0, Math.round((leftAt.getTime() - caller.enteredAt.getTime()) / 1000)),
      callBackBy: decision.by.toISOString(),
    },
  ];
}
