import type { CallFlowDocument } from './document/flow-document';

export interface FlowChange {
  /** E.g. `nodes.main-menu.choices[2].next`. */
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What changed from one document to another, in the order of the documents; whole nodes that came or went are one change. */
export function diffFlows(before: CallFlowDocument, after: CallFlowDocument): readonly FlowChange[] {
  return changes(before, after, '');
}

function changes(before: unknown, after: unknown, path: string): FlowChange[] {
  if (before === undefined) return after === undefined ? [] : [{ path, change: 'added', after }];
  if (after === undefined) return [{ path, change: 'removed', before }];
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      changes(before[index] as unknown, after[index] as unknown, `${path}[${index}]`),
    );
  }
  if (isRecord(before) && isRecord(after)) {
    const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...fields].flatMap((field) =>
      changes(before[field], after[field], path === '' ? field : `${path}.${field}`),
    );
  }
  return before === after ? [] : [{ path, change: 'changed', before, after }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
