import { refused, type Result } from '../../shared';
import type { CallFlow } from './call-flow';
import type { FlowProblem } from './flow-problem';

/** Reads a call-flow document (T1.2) and tells everything that is wrong with it. */
export function parseCallFlow(document: unknown): Result<CallFlow, readonly FlowProblem[]> {
  return refused([{ path: '', code: 'malformed', remedy: String(document) }]);
}
