import type { CallFlow } from '../document/call-flow';
import type { FlowStep } from './flow-effect';
import type { FlowEvent } from './flow-event';
import type { FlowState } from './flow-state';

/** What an event changes, and what is to be done about it. Total: every event is accepted in every state. */
export function advanceCall(flow: CallFlow, state: FlowState, event: FlowEvent): FlowStep {
  throw new Error(`${flow.document.name} ${state.step} ${event.type}`);
}
