import type { CallFlow } from './document/call-flow';

/** The flow as a Mermaid flowchart. */
export function flowDiagram(flow: CallFlow): string {
  return `flowchart TD\n%% ${flow.document.name}\n`;
}
