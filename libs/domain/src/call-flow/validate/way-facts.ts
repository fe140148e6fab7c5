import { allExits, type FlowExit } from '../document/exits';
import type { CallFlowDocument, FlowNode, NodeName } from '../document/flow-document';
import { LOOK_UPS } from '../text/variables';

/** What is certain when a call gets to a node, whichever way it came. */
export interface WayFacts {
  readonly identified: boolean;
  readonly anonymous: boolean;
  /** Variables that have a value, and lists that are filled. */
  readonly set: ReadonlySet<string>;
}

const NOTHING: WayFacts = { identified: false, anonymous: false, set: new Set() };

const PRIVATE = Object.values(LOOK_UPS).flatMap((lookUp) => (lookUp.private ? setBy(lookUp) : []));

function setBy({ values, list }: (typeof LOOK_UPS)['bill']): string[] {
  return [...Object.keys(values), ...(list ? [list.name, `${list.name}.count`] : [])];
}

/** For every reachable node the facts that hold on all ways to it: what some way lacks is left out. */
export function wayFacts(document: CallFlowDocument): ReadonlyMap<NodeName, WayFacts> {
  const facts = new Map<NodeName, WayFacts>();
  const open: NodeName[] = [];
  const arrive = (name: NodeName, brought: WayFacts) => {
    const before = facts.get(name);
    const after = before ? meet(before, brought) : brought;
    if (before && same(before, after)) return;
    facts.set(name, after);
    open.push(name);
  };
  for (const { start } of document.entries) arrive(start, NOTHING);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = document.nodes[name];
    const here = facts.get(name);
    if (!node || !here) continue;
    for (const exit of allExits(node, document)) arrive(exit.to, through(node, exit, here));
  }
  return facts;
}

function through(node: FlowNode, { label, path }: FlowExit, facts: WayFacts): WayFacts {
  const adding = (...names: readonly string[]): WayFacts => ({
    ...facts,
    set: new Set([...facts.set, ...names]),
  });
  switch (node.kind) {
    case 'collect':
      return label === 'next' ? adding(node.into) : facts;
    case 'offer-call-back':
      return label === 'accepted' ? adding(node.into) : facts;
    case 'menu': {
      const choice = node.choices.find((_, index) => path === `choices[${index}].next`);
      return adding(...Object.keys(choice?.set ?? {}));
    }
    case 'look-up':
      return label === 'found' ? adding(...setBy(LOOK_UPS[node.what])) : facts;
    case 'identify': {
      const identified = label === 'identified';
      const kept = node.by === 'password' ? without(facts.set, PRIVATE) : facts.set;
      return { ...facts, identified, set: identified ? kept : without(kept, PRIVATE) };
    }
    case 'forget-caller':
      return label === 'forgotten' ? { ...NOTHING, anonymous: true } : facts;
    case 'say':
    case 'open-work-order':
    case 'record-message':
    case 'queue':
    case 'survey':
    case 'transfer':
    case 'branch':
    case 'set-language':
    case 'hang-up':
      return facts;
  }
}

function without(set: ReadonlySet<string>, names: readonly string[]): ReadonlySet<string> {
  return new Set([...set].filter((name) => !names.includes(name)));
}

function meet(one: WayFacts, other: WayFacts): WayFacts {
  return {
    identified: one.identified && other.identified,
    anonymous: one.anonymous && other.anonymous,
    set: new Set([...one.set].filter((name) => other.set.has(name))),
  };
}

function same(one: WayFacts, other: WayFacts): boolean {
  return (
    one.identified === other.identified &&
    one.anonymous === other.anonymous &&
    one.set.size === other.set.size
  );
}
