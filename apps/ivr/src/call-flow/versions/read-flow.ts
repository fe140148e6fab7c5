import { CALL_FLOW_ERRORS, type CallFlowProblem } from '@switchyard/contracts';
import { type CallFlow, parseCallFlow } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

/** Everything that is wrong with a document; with `name`, also when it is another flow's. */
export function problemsOf(document: Record<string, unknown>, name?: string): CallFlowProblem[] {
  return judge(document, name).problems;
}

/** @throws DomainError call-flow.invalid with every problem */
export function readFlow(document: Record<string, unknown>, name?: string): CallFlow {
  const { flow, problems } = judge(document, name);
  if (flow && problems.length === 0) return flow;
  const [first] = problems;
  throw new DomainError(
    CALL_FLOW_ERRORS.invalid,
    `The call flow has ${problems.length} problem${problems.length === 1 ? '' : 's'}, the first at ${first?.path ?? ''}: ${first?.problem ?? ''}.`,
    { problems },
  );
}

function judge(
  document: Record<string, unknown>,
  name: string | undefined,
): { readonly flow?: CallFlow; readonly problems: CallFlowProblem[] } {
  const parsed = parseCallFlow(document);
  const problems = parsed.ok
    ? []
    : parsed.error.map(({ path, code, remedy }) => ({ path, code, problem: remedy }));
  if (name !== undefined && document.name !== name) {
    problems.unshift({ path: 'name', code: 'unknown-word', problem: `must be ${name}, as in the address` });
  }
  return parsed.ok ? { flow: parsed.value, problems } : { problems };
}

/** Names of the entries, in their order. */
export const entriesOf = ({ document }: CallFlow): readonly string[] =>
  document.entries.map(({ name }) => name);
