import { Controller } from '@nestjs/common';
import { type BatchPage, ListBatches, type ListBatchesRequest } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { toBatchView } from '../batch/batch-view';
import { Batches, type ListedBatch } from '../batch/batches.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListBatchesHandler {
  constructor(private readonly batches: Batches) {}

  @Handles(ListBatches)
  async handle(request: ListBatchesRequest): Promise<BatchPage> {
    const limit = request.limit ?? DEFAULT_LIMIT;
    const rows = await this.batches.list({
      state: request.state,
      kind: request.kind,
      name: request.name,
      createdFrom: instantOf(request.createdFrom),
      createdTo: instantOf(request.createdTo),
      limit,
      after: cursorOf(request.cursor),
    });
    const page = pageOf(rows, limit, (row: ListedBatch) => [row.createdKey, row.id]);
    return { ...page, items: page.items.map(toBatchView) };
  }
}

function cursorOf(cursor: string | undefined): { createdAt: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [createdAt = '', id = ''] = decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
  return { createdAt, id };
}

function instantOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
