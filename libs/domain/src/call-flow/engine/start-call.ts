import type { CallFlow } from '../document/call-flow';
import type { FlowStep } from './flow-effect';
import type { FlowFacts } from './flow-state';

/** A call that is coming in: its state before the answer. */
export function startCall(flow: CallFlow, facts: FlowFacts): FlowStep {
  throw new Error(`${flow.document.name} ${facts.sample}`);
}
