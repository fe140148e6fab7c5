import { Controller } from '@nestjs/common';
import {
  type HandOffReceiptView,
  RecordHandOffReceipt as Contract,
  type RecordHandOffReceiptRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toReceiptView } from '../hand-off/receipt-view';
import { RecordHandOffReceipt } from './record-hand-off-receipt.use-case';

@Controller()
export class RecordHandOffReceiptHandler {
  constructor(private readonly recordReceipt: RecordHandOffReceipt) {}

  @Handles(Contract)
  async handle(request: RecordHandOffReceiptRequest, context: RequestContext): Promise<HandOffReceiptView> {
    return toReceiptView(await this.recordReceipt.execute(request, context));
  }
}
