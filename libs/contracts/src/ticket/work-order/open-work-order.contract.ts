import { operation } from '../../kernel/contract';
import { WorkOrderFacts, WorkOrderView } from './work-order.view';

export class OpenWorkOrderRequest extends WorkOrderFacts {}

/**
 * Opens a work order, once per reference: a repeated request answers with the one that is there. It is told
 * apart by its reference alone; `work-order.reference-reused` when the kind differs.
 */
export const OpenWorkOrder = operation({
  subject: 'ticket.command.open-work-order.v1',
  request: OpenWorkOrderRequest,
  reply: WorkOrderView,
  errors: ['work-order.reference-reused'],
});
