import { allExits } from '../document/exits';
import type { CallFlowDocument, NodeName } from '../document/flow-document';
import type { FlowProblem } from '../document/flow-problem';

/** Nodes that no caller can get to, and nodes from which no way leads to the end of the call (T1.2). */
export function problemsOfReach(document: CallFlowDocument): FlowProblem[] {
  const names = Object.keys(document.nodes);
  const exits = new Map(
    Object.entries(document.nodes).map(([name, node]) => [
      name,
      allExits(node, document).map(({ to }) => to),
    ]),
  );
  const entrances = new Map<NodeName, NodeName[]>();
  for (const [name, targets] of exits)
    for (const to of targets) entrances.set(to, [...(entrances.get(to) ?? []), name]);
  const reached = spread(
    document.entries.map(({ start }) => start),
    exits,
  );
  const ends = Object.entries(document.nodes).flatMap(([name, { kind }]) =>
    kind === 'hang-up' || kind === 'transfer' ? [name] : [],
  );
  const ending = spread(ends, entrances);
  return names.flatMap((name): FlowProblem[] => {
    if (!reached.has(name))
      return [
        {
          path: `nodes.${name}`,
          code: 'unreachable-node',
          remedy: 'nothing leads here: lead something here, or leave it out',
        },
      ];
    if (!ending.has(name))
      return [
        {
          path: `nodes.${name}`,
          code: 'no-end',
          remedy: 'no way leads from here to a hang-up or a transfer: add one',
        },
      ];
    return [];
  });
}

function spread(from: readonly NodeName[], to: ReadonlyMap<NodeName, readonly NodeName[]>): Set<NodeName> {
  const reached = new Set(from);
  for (const name of reached) for (const next of to.get(name) ?? []) reached.add(next);
  return reached;
}
