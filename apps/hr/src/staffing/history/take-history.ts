import { Inject, Injectable } from '@nestjs/common';
import { GetQueueFigures, type QueueFiguresRow, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, OperationClient } from '@switchyard/platform';
import { CallHistory, type QueueQuarter } from '../call-history.port';

const DAY_MS = 86_400_000;
/** A day of many queues is a large answer. */
const TIMEOUT_MS = 30_000;

/** Keeps what ivr tells of its queues, a day at a time. Quarters that are not over are left to the next time. */
@Injectable()
export class TakeHistory {
  constructor(
    private readonly operations: OperationClient,
    private readonly history: CallHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many quarter hours of queues were taken @throws DomainError `service.unavailable` while ivr is away */
  async take(from: Date, before: Date, context: RequestContext): Promise<number> {
    const now = this.clock.now();
    const end = Math.min(before.getTime(), now.getTime());
    let taken = 0;
    for (let start = from.getTime(); start < end; start += DAY_MS) {
      const span = {
        from: new Date(start).toISOString(),
        to: new Date(Math.min(end, start + DAY_MS)).toISOString(),
      };
      const request = { ...span, interval: 'quarter' as const, groupBy: 'queue' as const };
      const { items } = await this.operations.call(GetQueueFigures, request, context, {
        timeoutMs: TIMEOUT_MS,
      });
      const over = items.filter((row) => Date.parse(row.to) <= now.getTime());
      taken += await this.history.put(over.flatMap(toQuarter), now);
    }
    return taken;
  }
}

function toQuarter({ from, group, figures }: QueueFiguresRow): QueueQuarter[] {
  if (group === undefined) return [];
  const { offered, answered, averageHandlingSeconds } = figures;
  return [
    {
      queue: group,
      startAt: new Date(from),
      offered,
      answered,
      source: 'ivr',
      ...(averageHandlingSeconds !== null && { handlingSeconds: averageHandlingSeconds }),
    },
  ];
}
