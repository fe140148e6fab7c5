import { Inject, Injectable } from '@nestjs/common';
import { FOLLOW_UP_ERRORS, type RequestContext } from '@switchyard/contracts';
import { mayBeCalledAt, nextCallHour } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import type { FollowUp } from '../follow-up';
import { allOf, assertToDo } from '../follow-up-errors';
import { FollowUpRules, type FollowUpRulesInForce } from '../follow-up-rules';
import { FollowUps } from '../follow-ups.port';
import { MayFollowUp } from '../may-follow-up';

export interface PlanFollowUpsCommand {
  readonly itemIds: readonly string[];
  readonly assigneeId: string;
  readonly plannedFor?: Date;
  /** Why it is planned for after its time. */
  readonly reason?: string;
}

/**
 * The shift leader's plan (art. 8): who calls, and when; all of the follow-ups or none. Planning one again replaces
 * its plan.
 * @throws DomainError `follow-up.not-found`, `follow-up.not-allowed-in-state`, `follow-up.outside-call-hours`,
 * `follow-up.planned-too-late`
 */
@Injectable()
export class PlanFollowUpsUseCase {
  constructor(
    private readonly followUps: FollowUps,
    private readonly mayFollowUp: MayFollowUp,
    private readonly rules: FollowUpRules,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: PlanFollowUpsCommand, context: RequestContext): Promise<readonly FollowUp[]> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const rules = await this.rules.at(now);
      const found = allOf(command.itemIds, await this.followUps.lock(command.itemIds));
      await this.mayFollowUp.assert(found, context);
      const planned = found.map((item) => plan(item, command, rules));
      for (const item of planned) await this.followUps.save(item, context.actor.id, now);
      return planned;
    });
  }
}

function plan(item: FollowUp, command: PlanFollowUpsCommand, rules: FollowUpRulesInForce): FollowUp {
  assertToDo(item);
  const { assigneeId, plannedFor, reason } = command;
  if (plannedFor) assertWithinHours(item, plannedFor, rules);
  if (plannedFor && plannedFor >= item.dueAt && reason === undefined) {
    throw new DomainError(
      FOLLOW_UP_ERRORS.tooLate,
      `This follow-up is due before ${item.dueAt.toISOString()}; plan it earlier or give a reason.`,
      { field: 'plannedFor', itemId: item.id, dueAt: item.dueAt.toISOString() },
    );
  }
  return { ...item, status: 'assigned', assigneeId, plannedFor, planReason: reason };
}

function assertWithinHours(item: FollowUp, at: Date, { policy, calendar }: FollowUpRulesInForce): void {
  if (mayBeCalledAt(at, item.customerKind, policy, calendar)) return;
  const callFrom = nextCallHour(at, item.customerKind, policy, calendar).toISOString();
  throw new DomainError(
    FOLLOW_UP_ERRORS.outsideHours,
    `A customer of the kind ${item.customerKind} may not be called then; the next hour is ${callFrom}.`,
    { field: 'plannedFor', itemId: item.id, callFrom },
  );
}
