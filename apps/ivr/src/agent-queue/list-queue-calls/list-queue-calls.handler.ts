import { Controller } from '@nestjs/common';
import {
  ListQueueCalls,
  type ListQueueCallsRequest,
  type QueueCallPage,
  type QueueCallView,
} from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { type StayRow, Stays } from '../queue-calls/stays.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListQueueCallsHandler {
  constructor(private readonly stays: Stays) {}

  @Handles(ListQueueCalls)
  async handle(request: ListQueueCallsRequest): Promise<QueueCallPage> {
    const { cursor, limit = DEFAULT_LIMIT, from, to, ...filter } = request;
    const rows = await this.stays.list({
      ...filter,
      limit,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
      before: cursor === undefined ? undefined : keyOf(cursor),
    });
    const page = pageOf(rows, limit, (row) => [row.enteredKey, row.id]);
    return { ...page, items: page.items.map(toView) };
  }
}

function keyOf(cursor: string): { enteredAt: string; id: string } {
  const [enteredAt = '', id = ''] = decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.integer);
  return { enteredAt, id };
}

function toView(row: StayRow): QueueCallView {
  return {
    callId: row.callId,
    queue: row.queue,
    priority: row.priority ?? undefined,
    valueTier: row.valueTier ?? undefined,
    listFlag: row.listFlag ?? undefined,
    enteredAt: row.enteredAt.toISOString(),
    connectedAt: row.connectedAt?.toISOString(),
    leftAt: row.leftAt?.toISOString(),
    outcome: row.outcome ?? undefined,
    agentId: row.agentId ?? undefined,
    ringSeconds: row.ringSeconds ?? undefined,
    talkSeconds: row.talkSeconds ?? undefined,
    holdSeconds: row.holdSeconds ?? undefined,
    afterCallSeconds: row.afterCallSeconds ?? undefined,
    takenOver: row.takenOver,
    transferred: row.transferred,
    transferredTo: row.transferredTo ?? undefined,
  };
}
