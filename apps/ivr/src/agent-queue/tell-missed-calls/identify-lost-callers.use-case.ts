import { Injectable } from '@nestjs/common';
import { type CustomerSummary, FindCustomer } from '@switchyard/contracts';
import type { ValueTier } from '@switchyard/domain';
import { describeError, Logger, OperationClient, systemContext } from '@switchyard/platform';
import { CallRecords } from '../../telephony/call-records';
import { LostCallers } from './lost-callers.port';

const AT_ONCE = 50;
const PATIENCE = { timeoutMs: 3_000 };
const BEST_FIRST: readonly ValueTier[] = ['high', 'mid', 'ordinary'];

/**
 * While ivr is away the dialplan leads callers to the queue, and nobody asks who they are. Of those who gave up there it is
 * learned afterwards, from the PBX's record of the call and the register, so that they are called back too (L30).
 */
@Injectable()
export class IdentifyLostCallers {
  private readonly logger: Logger;

  constructor(
    private readonly callers: LostCallers,
    private readonly records: CallRecords,
    private readonly operations: OperationClient,
    logger: Logger,
  ) {
    this.logger = logger.named('IdentifyLostCallers');
  }

  /** Whom nobody can tell of yet is tried again in the next round. */
  async execute(since: Date): Promise<void> {
    const calls = await this.callers.unidentified(AT_ONCE, since);
    if (calls.length === 0) return;
    const numbers = await this.records.numbersOf(calls.map(({ callId }) => callId));
    for (const { id, callId } of calls) {
      const phone = numbers.get(callId);
      if (phone === undefined) continue;
      const valueTier = await this.tierOf(callId, phone);
      if (valueTier === undefined) return;
      await this.callers.identified(id, valueTier);
    }
  }

  /** undefined: the register cannot be asked now. */
  private async tierOf(callId: string, phone: string): Promise<ValueTier | undefined> {
    if (!/^\+[1-9]\d{6,14}$/.test(phone)) return 'ordinary';
    try {
      const context = systemContext('ivr', callId);
      const { accounts } = await this.operations.call(FindCustomer, { phone }, context, PATIENCE);
      return bestOf(accounts);
    } catch (error) {
      this.logger.warn('whose a lost call was is not known yet', { callId, reason: describeError(error) });
      return undefined;
    }
  }
}

function bestOf(accounts: readonly CustomerSummary[]): ValueTier {
  return BEST_FIRST.find((tier) => accounts.some(({ valueTier }) => valueTier === tier)) ?? 'ordinary';
}
