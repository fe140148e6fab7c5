/** The JSON Schema (draft 2020-12) of a call-flow document. */
export const CALL_FLOW_SCHEMA: Readonly<Record<string, unknown>> = { type: 'object' };
