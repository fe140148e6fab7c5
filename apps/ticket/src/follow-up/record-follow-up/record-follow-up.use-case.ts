import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  COMMON_ERRORS,
  FOLLOW_UP_ERRORS,
  type FollowUpChannel,
  type FollowUpOutcome,
  type RequestContext,
} from '@switchyard/contracts';
import { mayBeCalledAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import type { FollowUp } from '../follow-up';
import { allOf } from '../follow-up-errors';
import { FollowUpRules } from '../follow-up-rules';
import { FollowUps } from '../follow-ups.port';
import { MayFollowUp } from '../may-follow-up';
import { FollowDissatisfaction } from './follow-dissatisfaction';
import { type CallResult, recordCall } from './record-call';
import { WriteToHistory } from './write-to-history';

export interface RecordFollowUpCommand {
  readonly results: readonly (CallResult & { readonly itemId: string })[];
  readonly outcome: FollowUpOutcome;
  readonly channel: FollowUpChannel;
  /** Now unless told. */
  readonly at?: Date;
  readonly callReference?: string;
}

/**
 * Records one call for one follow-up, or for two of one work order: two records with two results (C4). A call outside
 * the customer's hours is recorded as it was, and marked.
 * @throws DomainError `follow-up.not-found`, `follow-up.not-allowed-in-state`, `follow-up.other-work-order`,
 * `follow-up.answer-missing`, `request.invalid` for a call in the future
 */
@Injectable()
export class RecordFollowUpUseCase {
  constructor(
    private readonly followUps: FollowUps,
    private readonly mayFollowUp: MayFollowUp,
    private readonly rules: FollowUpRules,
    private readonly history: WriteToHistory,
    private readonly followDissatisfaction: FollowDissatisfaction,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: RecordFollowUpCommand, context: RequestContext): Promise<readonly FollowUp[]> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const at = command.at ?? now;
      if (at > now) throw inTheFuture(now);
      const { policy, calendar } = await this.rules.at(at);
      const ids = command.results.map(({ itemId }) => itemId);
      const items = allOf(ids, await this.followUps.lock(ids));
      assertOneWorkOrder(items);
      await this.mayFollowUp.assert(items, context);
      const recorded: FollowUp[] = [];
      const contact = { contactId: randomUUID(), at, byId: context.actor.id };
      for (const [index, item] of items.entries()) {
        const { outcome, channel, callReference } = command;
        const result = command.results[index] ?? {};
        const after = recordCall(item, { at, outcome, channel }, result, policy);
        const outsideHours = !mayBeCalledAt(at, item.customerKind, policy, calendar);
        const { opinion, satisfaction } = after.status === 'done' ? after : {};
        await this.followUps.addTry(
          {
            itemId: item.id,
            ordinal: after.tries,
            ...contact,
            channel,
            outcome,
            outsideHours,
            callReference,
            opinion,
            satisfaction,
          },
          now,
        );
        await this.followUps.save(after, context.actor.id, now);
        recorded.push(after);
      }
      return this.goOn(recorded, command, context, now);
    });
  }

  /** After all results are stored: what they change must not find a follow-up of this call still to be done. */
  private async goOn(
    recorded: readonly FollowUp[],
    { outcome, channel }: RecordFollowUpCommand,
    context: RequestContext,
    now: Date,
  ): Promise<readonly FollowUp[]> {
    const followed: FollowUp[] = [];
    for (const item of recorded) {
      const workOrder = await this.history.execute(item, { outcome, channel }, context);
      const after = await this.followDissatisfaction.execute(item, workOrder, context);
      if (after !== item) await this.followUps.save(after, context.actor.id, now);
      followed.push(after);
    }
    return followed;
  }
}

function assertOneWorkOrder(items: readonly FollowUp[]): void {
  const numbers = [...new Set(items.map(({ workOrderNumber }) => workOrderNumber))];
  if (numbers.length === 1 && new Set(items.map(({ id }) => id)).size === items.length) return;
  throw new DomainError(
    FOLLOW_UP_ERRORS.otherWorkOrder,
    'One call satisfies different follow-ups of one work order only; record another call for the other.',
    { field: 'results', workOrderNumbers: numbers },
  );
}

const inTheFuture = (now: Date): DomainError =>
  new DomainError(COMMON_ERRORS.invalid, 'The call lies in the future.', {
    fields: [{ field: 'at', problems: [`must not be later than ${now.toISOString()}`] }],
  });
