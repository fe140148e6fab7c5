import { allExits } from '../document/exits';
import type { CallFlowDocument, NodeName } from '../document/flow-document';
import type { FlowProblem } from '../document/flow-problem';

/** Circles that a call could go round without a key of the caller's: it would never end. One problem for each. */
export function problemsOfLoops(document: CallFlowDocument): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const done = new Set<NodeName>();
  const trail: NodeName[] = [];
  const walk = (name: NodeName): void => {
    const at = trail.indexOf(name);
    if (at >= 0) {
      problems.push(loop([...trail.slice(at), name]));
      return;
    }
    const node = document.nodes[name];
    if (done.has(name) || !node) return;
    trail.push(name);
    const onward = allExits(node, document).filter(({ byKey }) => !byKey);
    for (const to of new Set(onward.map((exit) => exit.to))) walk(to);
    trail.pop();
    done.add(name);
  };
  for (const name of Object.keys(document.nodes)) walk(name);
  return problems;
}

function loop(circle: readonly NodeName[]): FlowProblem {
  return {
    path: `nodes.${circle[0]}`,
    code: 'loop-without-input',
    remedy: `${circle.join(' → ')} goes round without a key of the caller's: lead one of them to a menu, or to an end`,
  };
}
