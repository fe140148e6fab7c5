import { Injectable } from '@nestjs/common';
import {
  type AcceptHandoverRequest,
  HANDOVER_ERRORS,
  type HandoverAssignment,
  type HandoverView,
  type RequestContext,
} from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { SpreadAct } from '../../work-order/spread/spread-act';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { ChangeHandover } from '../change-handover/change-handover';
import { Duties } from '../duty/duties.port';
import type { Handover } from '../handovers.port';
import { OpenItems } from '../open-items.port';
import { type Move, MoveResponsibility } from './move-responsibility';

/**
 * The relief takes over (§7, 22(6)): the shift, and responsibility for what the outgoing leader was responsible for;
 * each move is an event in the work order's own history. What was finished since the handover was submitted stays as
 * it is.
 * @throws DomainError of `AcceptHandover`
 */
@Injectable()
export class AcceptHandoverUseCase {
  constructor(
    private readonly change: ChangeHandover,
    private readonly items: OpenItems,
    private readonly duties: Duties,
    private readonly journal: WorkOrderJournal,
    private readonly moveResponsibility: MoveResponsibility,
    private readonly spread: SpreadAct,
  ) {}

  execute(
    { handoverId, briefing, assignments = [] }: AcceptHandoverRequest,
    context: RequestContext,
  ): Promise<HandoverView> {
    const change = { handoverId, action: 'accept', name: 'accepted' } as const;
    return this.change.execute(change, context, async (handover, acceptedAt) => {
      const moved = await this.moveOpenItems(handover, assignments, acceptedAt, context);
      const { relief } = handover;
      await this.duties.pass({ leader: relief, leaderId: context.actor.id, since: acceptedAt, handoverId });
      return { ...handover, acceptedAt, moved, ...(briefing !== undefined && { briefing }) };
    });
  }

  /** @returns how many are moved, those included that follow in the background */
  private async moveOpenItems(
    { id, outgoingId, shift }: Handover,
    assignments: readonly HandoverAssignment[],
    acceptedAt: Date,
    context: RequestContext,
  ): Promise<number> {
    await this.assertUnfinished(assignments);
    const reason = `交接班 handover: ${shift}`;
    // By number, as every writer that takes several.
    const to = new Map(assignments.map(({ number, to: account }) => [number, account]));
    for (const [number, account] of [...to].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const event = { type: 'responsibility-moved' as const, data: { to: account, reason } };
      await this.journal.append(number, [event], context);
    }
    const own = await this.items.countResponsibilityOf(outgoingId, acceptedAt);
    const move: Move = {
      from: outgoingId,
      to: context.actor.id,
      reason,
      openedUntil: acceptedAt.toISOString(),
    };
    if (move.from !== move.to) await this.spread.begin(this.moveResponsibility, id, move, context);
    return to.size + own;
  }

  private async assertUnfinished(assignments: readonly HandoverAssignment[]): Promise<void> {
    const wanted = assignments.map(({ number }) => number);
    const unfinished = new Set(await this.items.unfinishedOf(wanted));
    const unknown = wanted.filter((number) => !unfinished.has(number));
    if (unknown.length === 0) return;
    throw new DomainError(
      HANDOVER_ERRORS.assignmentUnknown,
      `These are no unfinished work orders: ${unknown.slice(0, 5).join(', ')}; leave them out.`,
      { field: 'assignments', numbers: unknown.slice(0, 50) },
    );
  }
}
