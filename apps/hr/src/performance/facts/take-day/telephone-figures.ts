import { Injectable } from '@nestjs/common';
import {
  GetQueueFigures,
  GetRatingFigures,
  ListAgents,
  ListAgentStates,
  type QueueFiguresView,
  type RatingFiguresRow,
  type RequestContext,
} from '@switchyard/contracts';
import type { CallCounts, PresenceCounts, RatingCountsOfStaff } from '@switchyard/domain';
import { OperationClient } from '@switchyard/platform';
import type { DayCounts } from '../staff-counts.port';

export interface TimeSpan {
  readonly from: Date;
  readonly before: Date;
}

/** Rows asked for at once. */
const PAGE = 200;
/** Agents whose states are asked for side by side. */
const AT_ONCE = 4;
const PATIENCE = { timeoutMs: 30_000 };

/** What the telephones tell of the agents, by their numbers (工号), which are staff numbers. */
@Injectable()
export class TelephoneFigures {
  constructor(private readonly operations: OperationClient) {}

  /** Answered calls that began in the time, with talk, hold, after-call work and ringing. @throws DomainError of the operation */
  async calls({ from, before }: TimeSpan, context: RequestContext): Promise<readonly DayCounts[]> {
    const request = { ...isoOf(from, before), interval: 'whole' as const, groupBy: 'agent' as const };
    const { items } = await this.operations.call(GetQueueFigures, request, context, PATIENCE);
    return items.flatMap(({ group, figures }) =>
      group === undefined ? [] : [{ staffNumber: group, counts: toCallCounts(figures) }],
    );
  }

  /** What callers answered after their calls. @throws DomainError of the operation */
  async ratings({ from, before }: TimeSpan, context: RequestContext): Promise<readonly DayCounts[]> {
    const request = { ...isoOf(from, before), groupBy: 'agent' as const };
    const { items } = await this.operations.call(GetRatingFigures, request, context, PATIENCE);
    return items.flatMap((row) =>
      row.group === undefined ? [] : [{ staffNumber: row.group, counts: toRatingCounts(row) }],
    );
  }

  /** Seconds in which agents waited for a call. @throws DomainError of the operations */
  async presence(span: TimeSpan, context: RequestContext): Promise<readonly DayCounts[]> {
    const agents = await this.agents(context);
    const rows: DayCounts[] = [];
    for (let at = 0; at < agents.length; at += AT_ONCE) {
      const part = agents.slice(at, at + AT_ONCE).map(async ({ id, workNo }) => ({
        staffNumber: workNo,
        counts: { waitingSeconds: await this.waited(id, span, context) } satisfies PresenceCounts,
      }));
      rows.push(...(await Promise.all(part)));
    }
    return rows;
  }

  private async agents(context: RequestContext): Promise<{ id: string; workNo: string }[]> {
    const agents: { id: string; workNo: string }[] = [];
    for (let cursor: string | undefined; ;) {
      const request = { active: 'all' as const, limit: PAGE, ...(cursor !== undefined && { cursor }) };
      const page = await this.operations.call(ListAgents, request, context, PATIENCE);
      agents.push(...page.items.map(({ id, workNo }) => ({ id, workNo })));
      if (page.nextCursor === undefined) return agents;
      cursor = page.nextCursor;
    }
  }

  private async waited(
    agentId: string,
    { from, before }: TimeSpan,
    context: RequestContext,
  ): Promise<number> {
    let seconds = 0;
    for (let cursor: string | undefined; ;) {
      const request = {
        agentId,
        ...isoOf(from, before),
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      };
      const page = await this.operations.call(ListAgentStates, request, context, PATIENCE);
      for (const span of page.items) {
        if (span.state !== 'ready') continue;
        const begin = Math.max(Date.parse(span.from), from.getTime());
        const end = Math.min(span.until === undefined ? Infinity : Date.parse(span.until), before.getTime());
        seconds += Math.max(0, end - begin) / 1000;
      }
      if (page.nextCursor === undefined) return Math.round(seconds);
      cursor = page.nextCursor;
    }
  }
}

const isoOf = (from: Date, before: Date) => ({ from: from.toISOString(), to: before.toISOString() });

/** Sums out of means, each over the calls of which it is known. */
function toCallCounts(figures: QueueFiguresView): CallCounts {
  const sum = (mean: number | null, of: number) => Math.round((mean ?? 0) * of * 1000) / 1000;
  return {
    answered: figures.answered,
    talked: figures.holdKnown,
    talkSeconds: sum(figures.averageTalkSeconds, figures.holdKnown),
    holdSeconds: sum(figures.averageHoldSeconds, figures.holdKnown),
    wrappedUp: figures.afterCallsKnown,
    afterCallSeconds: sum(figures.averageAfterCallSeconds, figures.afterCallsKnown),
    rang: figures.ringsKnown,
    ringSeconds: sum(figures.averageRingSeconds, figures.ringsKnown),
    transferred: figures.transferred,
  };
}

function toRatingCounts(row: RatingFiguresRow): RatingCountsOfStaff {
  return {
    csatGiven: row.csatGiven,
    csatSum: Math.round((row.averageCsat ?? 0) * row.csatGiven),
    solvedAsked: row.solvedAsked,
    solved: Math.round((row.solvedRate ?? 0) * row.solvedAsked),
    npsAsked: row.npsAsked,
    npsSum: Math.round((row.nps ?? 0) * row.npsAsked),
  };
}
