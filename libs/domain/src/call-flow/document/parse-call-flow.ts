import { ok, refused, type Result } from '../../shared';
import { CALL_FLOW_SCHEMA } from '../schema/call-flow-schema';
import { problemsBySchema } from '../schema/problems-by-schema';
import { problemsByMeaning } from '../validate/problems-by-meaning';
import { type CallFlow, callFlowOf } from './call-flow';
import type { CallFlowDocument } from './flow-document';
import type { FlowProblem } from './flow-problem';

/**
 * Reads a call-flow document (T1.2) and tells everything that is wrong with it: first its form, by the JSON
 * Schema; then, once the form is right, its meaning: names, ends, loops, identity, variables.
 */
export function parseCallFlow(document: unknown): Result<CallFlow, readonly FlowProblem[]> {
  const malformed = problemsBySchema(CALL_FLOW_SCHEMA, document);
  if (malformed.length > 0) return refused(malformed);
  // Its form is that of the schema, and the schema that of the type.
  const formed = document as CallFlowDocument;
  const wrong = problemsByMeaning(formed);
  return wrong.length > 0 ? refused(wrong) : ok(callFlowOf(formed));
}
