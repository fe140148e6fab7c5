import { event } from '../../kernel/contract';
import { OutageView } from './outage.view';

export class OutagePayload extends OutageView {}

/** An outage became known; the payload is its whole state, as in the events below. */
export const OutageRegistered = event({
  subject: 'ticket.event.outage-registered.v1',
  payload: OutagePayload,
});

export const OutageChanged = event({ subject: 'ticket.event.outage-changed.v1', payload: OutagePayload });

export const OutageRestored = event({ subject: 'ticket.event.outage-restored.v1', payload: OutagePayload });

export const OutageCancelled = event({ subject: 'ticket.event.outage-cancelled.v1', payload: OutagePayload });
