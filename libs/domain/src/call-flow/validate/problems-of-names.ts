import { allExits, asksForKeys, strikesOf } from '../document/exits';
import type { CallFlowDocument } from '../document/flow-document';
import type { FlowProblem } from '../document/flow-problem';

/** Names that lead nowhere, and nodes that ask but do not say where three strikes lead (T1.1). */
export function problemsOfNames(document: CallFlowDocument): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const known = (name: string) => Object.hasOwn(document.nodes, name);
  const expect = (name: string, path: string) => {
    if (!known(name))
      problems.push({
        path,
        code: 'unknown-node',
        remedy: `there is no node "${name}": add it to nodes, or name another`,
      });
  };
  document.entries.forEach(({ start }, index) => expect(start, `entries[${index}].start`));
  expect(document.human, 'human');
  if (document.strikes !== undefined) expect(document.strikes, 'strikes');
  for (const [name, node] of Object.entries(document.nodes)) {
    for (const { to, path } of allExits(node, document)) if (path !== '') expect(to, `nodes.${name}.${path}`);
    if (asksForKeys(node) && strikesOf(node, document) === undefined)
      problems.push({
        path: `nodes.${name}.strikes`,
        code: 'missing-strikes',
        remedy: 'say where three wrong or missing keys lead, here or in the field strikes of the flow',
      });
  }
  return problems;
}
