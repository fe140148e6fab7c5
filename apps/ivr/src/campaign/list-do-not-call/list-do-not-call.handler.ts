import { Controller } from '@nestjs/common';
import { type DoNotCallPage, ListDoNotCall, type ListDoNotCallRequest } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { readNumber } from '../contacts/read-number';
import { toDoNotCallView } from '../do-not-call/do-not-call-view';
import { DoNotCalls } from '../do-not-call/do-not-calls.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListDoNotCallHandler {
  constructor(private readonly register: DoNotCalls) {}

  @Handles(ListDoNotCall)
  async handle({
    number,
    removed,
    cursor,
    limit = DEFAULT_LIMIT,
  }: ListDoNotCallRequest): Promise<DoNotCallPage> {
    const rows = await this.register.list({
      number: number === undefined ? undefined : readNumber(number),
      removed: removed ?? false,
      limit,
      after: cursor === undefined ? undefined : keyOf(cursor),
    });
    const page = pageOf(rows, limit, (row) => [row.createdKey, row.id]);
    return { ...page, items: page.items.map(toDoNotCallView) };
  }
}

function keyOf(cursor: string): { createdAt: string; id: string } {
  const [createdAt = '', id = ''] = decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
  return { createdAt, id };
}
