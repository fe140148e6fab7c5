import type { CallFlowDocument } from './document/flow-document';

export interface FlowChange {
  /** E.g. `nodes.main-menu.choices[2].next`. */
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What changed from one document to another, in the order of the documents. */
export function diffFlows(before: CallFlowDocument, after: CallFlowDocument): readonly FlowChange[] {
  return before === after ? [] : [{ path: '', change: 'changed', before, after }];
}
