import { event } from '../../kernel/contract';
import { WorkOrderView } from './work-order.view';

export class WorkOrderOpenedPayload extends WorkOrderView {}

export const WorkOrderOpened = event({
  subject: 'ticket.event.work-order-opened.v1',
  payload: WorkOrderOpenedPayload,
});
