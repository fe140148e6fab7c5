import type { HandOffReceiptView } from '@switchyard/contracts';
import type { Receipt } from './hand-offs.port';

export function toReceiptView(receipt: Receipt): HandOffReceiptView {
  return {
    id: receipt.id,
    receivedBy: receipt.receivedBy,
    reference: receipt.reference ?? undefined,
    note: receipt.note ?? undefined,
    receivedAt: receipt.receivedAt.toISOString(),
    recordedBy: receipt.recordedBy,
  };
}
