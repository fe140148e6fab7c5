import { Controller } from '@nestjs/common';
import {
  type HandOffItem,
  type HandOffPage,
  ListHandOff,
  type ListHandOffRequest,
} from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { Batches } from '../batch/batches.port';
import { toContactView } from '../contacts/contact-view';
import { type HandedOff, HandOffs } from '../hand-off/hand-offs.port';
import { toReceiptView } from '../hand-off/receipt-view';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListHandOffHandler {
  constructor(
    private readonly batches: Batches,
    private readonly handOffs: HandOffs,
  ) {}

  @Handles(ListHandOff)
  async handle({ batchId, cursor, limit = DEFAULT_LIMIT }: ListHandOffRequest): Promise<HandOffPage> {
    const batch = await this.batches.get(batchId);
    const after = cursor === undefined ? undefined : decodeCursor(cursor, CURSOR_PARTS.integer)[0];
    const [count, rows, receipts] = await Promise.all([
      this.handOffs.count(batchId),
      this.handOffs.list(batchId, limit + 1, after),
      this.handOffs.receipts(batchId),
    ]);
    const page = pageOf(rows, limit, ({ contact }) => [contact.id]);
    return {
      batchId,
      target: batch.handOffTarget,
      final: batch.endedAt !== null,
      count,
      items: page.items.map(toItem),
      receipts: receipts.map(toReceiptView),
      nextCursor: page.nextCursor,
    };
  }
}

function toItem({ contact, reason, handedOffAt, attempts }: HandedOff): HandOffItem {
  return {
    contact: toContactView(contact),
    reason,
    handedOffAt: handedOffAt.toISOString(),
    attempts: attempts.map(({ claimedAt, originatedAt, outcome, cause }) => ({
      at: (originatedAt ?? claimedAt).toISOString(),
      outcome: outcome ?? 'unknown',
      cause: cause ?? undefined,
    })),
  };
}
