import { Injectable } from '@nestjs/common';
import { WorkOrderChanged, type WorkOrderChangedPayload } from '@switchyard/contracts';
import { addDays, localDateAt } from '@switchyard/domain';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { AgentCases } from '../agent-cases.port';
import { AttendanceDue } from '../attendance-due.port';
import { People } from '../people/people';

/** What is with the centre is in its agents' hands; with a department it is not. */
const CENTRE = 'centre';

/**
 * Follows work orders through the hands of agents (L31): whoever takes one in, or gets it, has it in hand; the first thing
 * they do about it, or their handing it on, is its handling.
 */
@Injectable()
export class CaseWhenWorkOrderChanges {
  constructor(
    private readonly cases: AgentCases,
    private readonly people: People,
    private readonly due: AttendanceDue,
  ) {}

  @OnEvent(WorkOrderChanged, { durable: 'hr-cases' })
  async on(
    { number, status, owner, assignee, eventType, at: text }: WorkOrderChangedPayload,
    meta: EventMeta,
  ): Promise<void> {
    const at = new Date(text);
    const actor = (await this.people.ofAccount(meta.context.actor.id))?.staffNumber;
    const holder = await this.cases.holderOf(number);
    const inHand = status === 'open' && owner === CENTRE;
    const next = inHand
      ? await this.holderAfter(assignee, eventType === 'opened' ? actor : undefined)
      : undefined;
    if (holder !== undefined) {
      if (actor === holder) await this.cases.end(number, 'handled', at);
      else if (!inHand || (next !== undefined && next !== holder))
        await this.cases.end(number, 'taken-away', at);
    }
    const received = next !== undefined && next !== holder;
    if (received) await this.cases.receive(number, next, at);
    else if (eventType === 'opened' && actor !== undefined && !inHand) {
      // Taken in and passed on in one go.
      await this.cases.receive(number, actor, at);
      await this.cases.end(number, 'handled', at);
    }
    const day = localDateAt(at);
    const touched = [...new Set([actor, holder, next])].filter((one) => one !== undefined);
    await this.due.mark(
      touched.map((staffNumber) => ({ staffNumber, from: addDays(day, -1), to: addDays(day, 1) })),
    );
  }

  private async holderAfter(
    assignee: string | undefined,
    opener: string | undefined,
  ): Promise<string | undefined> {
    if (assignee === undefined) return opener;
    return (await this.people.ofAccount(assignee))?.staffNumber;
  }
}
