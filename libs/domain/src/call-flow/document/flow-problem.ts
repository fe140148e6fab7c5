/** One thing wrong with a call-flow document: where, what, and what to do. */
export interface FlowProblem {
  /** Path within the document, e.g. `nodes.main-menu.choices[2].next`. */
  readonly path: string;
  readonly code: FlowProblemCode;
  /** What is wrong and what to do about it. */
  readonly remedy: string;
}

export const FLOW_PROBLEM_CODES = [
  /** Not of the form that the JSON Schema tells: type, missing or unknown field, unknown word. */
  'malformed',
  'unknown-format',
  'out-of-range',
  'unknown-kind',
  'unknown-look-up',
  'missing-language',
  'unknown-node',
  'unreachable-node',
  'no-end',
  'loop-without-input',
  'missing-strikes',
  'double-key',
  'double-entry',
  'stray-brace',
  'unknown-variable',
  'unset-variable',
  'private-without-identity',
  'not-anonymous',
  'unknown-word',
] as const;
export type FlowProblemCode = (typeof FLOW_PROBLEM_CODES)[number];
