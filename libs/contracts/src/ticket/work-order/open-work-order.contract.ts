import { operation } from '../../kernel/contract';
import { WorkOrderFacts, WorkOrderView } from './work-order.view';

export class OpenWorkOrderRequest extends WorkOrderFacts {}

export const WORK_ORDER_ERRORS = {
  notFound: 'work-order.not-found',
  referenceReused: 'work-order.reference-reused',
  /** Anonymous, yet with an account or a phone; nothing was stored. */
  identityGiven: 'work-order.identity-given',
  /** A call-back without a phone, or an application without its kind; `details.field` names it. */
  fieldMissing: 'work-order.field-missing',
} as const;

/**
 * Opens a work order, once per reference: a repeated request answers with the one that is there. It is told
 * apart by its reference alone; `work-order.reference-reused` when the kind differs.
 */
export const OpenWorkOrder = operation({
  subject: 'ticket.command.open-work-order.v1',
  request: OpenWorkOrderRequest,
  reply: WorkOrderView,
  errors: [
    WORK_ORDER_ERRORS.referenceReused,
    WORK_ORDER_ERRORS.identityGiven,
    WORK_ORDER_ERRORS.fieldMissing,
  ],
});
