import type { CallFlow } from './document/call-flow';
import { allExits, type FlowExit } from './document/exits';
import type { FlowNode, FlowNodeKind } from './document/flow-document';

/** How the kinds are drawn: what asks is a hexagon, what decides a rhombus, what ends is round. */
const SHAPES: Readonly<Record<FlowNodeKind, readonly [string, string]>> = {
  say: ['[', ']'],
  menu: ['{{', '}}'],
  collect: ['{{', '}}'],
  identify: ['{{', '}}'],
  'look-up': ['[(', ')]'],
  'open-work-order': ['[[', ']]'],
  'record-message': ['{{', '}}'],
  queue: ['[/', '/]'],
  'offer-call-back': ['{{', '}}'],
  survey: ['{{', '}}'],
  transfer: ['([', '])'],
  branch: ['{', '}'],
  'set-language': ['[', ']'],
  'forget-caller': ['[[', ']]'],
  'hang-up': ['([', '])'],
};

/** The flow as a Mermaid flowchart. Ways that hold for the whole flow (key 0, three strikes) are told once, at the top. */
export function flowDiagram({ document }: CallFlow): string {
  const ids = new Map(Object.keys(document.nodes).map((name, index) => [name, `n${index}`]));
  const id = (name: string) => ids.get(name) ?? name;
  const lines = ['flowchart TD'];
  document.entries.forEach(({ name, language, start }, index) => {
    lines.push(`  e${index}(("${safe(`${name} (${language})`)}")) --> ${id(start)}`);
  });
  lines.push(`  human(("0")) -.-> ${id(document.human)}`);
  if (document.strikes !== undefined) lines.push(`  strikes(("three strikes")) -.-> ${id(document.strikes)}`);
  for (const [name, node] of Object.entries(document.nodes)) {
    const [open, close] = SHAPES[node.kind];
    lines.push(`  ${id(name)}${open}"${safe(`${name}<br/>${detailOf(node)}`)}"${close}`);
    for (const [to, labels] of merged(allExits(node, document).filter(({ path }) => path !== '')))
      lines.push(`  ${id(name)} -->|"${safe(labels.join(', '))}"| ${id(to)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Several exits to one node are one arrow. */
function merged(exits: readonly FlowExit[]): Map<string, string[]> {
  const arrows = new Map<string, string[]>();
  for (const { to, label } of exits) arrows.set(to, [...(arrows.get(to) ?? []), label]);
  return arrows;
}

function detailOf(node: FlowNode): string {
  switch (node.kind) {
    case 'look-up':
      return `look up ${node.what}`;
    case 'open-work-order':
      return `open ${node.order}${node.anonymous === true ? ', anonymous' : ''}`;
    case 'queue':
      return `queue ${node.queue}`;
    case 'branch':
      return `${node.on}?`;
    case 'set-language':
      return `language ${node.language}`;
    case 'collect':
      return `collect ${node.into}`;
    case 'transfer':
      return `transfer to ${node.to}`;
    case 'say':
    case 'menu':
    case 'identify':
    case 'record-message':
    case 'offer-call-back':
    case 'survey':
    case 'forget-caller':
    case 'hang-up':
      return node.kind;
  }
}

/** Quotes and brackets would end a label of Mermaid's. */
function safe(text: string): string {
  return text.replaceAll('"', '#quot;').replaceAll(/[[\]{}|]/g, ' ');
}
