import type { SpokenLanguage } from '../../speech';
import { type FlowText, flowText } from '../text/flow-text';
import { allExits } from './exits';
import type { CallFlowDocument, FlowNode, NodeName, Piece, QueueNode } from './flow-document';
import { promptsOf } from './prompts';

type Texts = Readonly<Record<string, readonly FlowText[]>>;

/** A document that was found valid, ready to be walked. Only `parseCallFlow` makes one. */
export interface CallFlow {
  readonly document: CallFlowDocument;
  /** What each node says, by node and by the prompt's path. */
  readonly prompts: Readonly<Record<NodeName, Texts>>;
  readonly wrongKey: readonly FlowText[];
  readonly missingKey: readonly FlowText[];
  /** What the staff read of each work order. */
  readonly orders: Readonly<Record<NodeName, FlowText>>;
  /** No way through the flow is longer without a key of the caller's. */
  readonly visitsWithoutKey: number;
  /** The queue of a caller whom the PBX queued without us: the nearest to `human`. */
  readonly nearestQueue?: NodeName;
}

const textsOf = (pieces: readonly Piece[]): FlowText[] => pieces.map(flowText);
const staffText = (text: string): Record<SpokenLanguage, string> => ({ 'zh-CN': text, en: text });

export function callFlowOf(document: CallFlowDocument): CallFlow {
  const nodes = Object.entries(document.nodes);
  return {
    document,
    prompts: Object.fromEntries(
      nodes.map(([name, node]) => [
        name,
        Object.fromEntries(promptsOf(node).map(({ path, pieces }) => [path, textsOf(pieces)])),
      ]),
    ),
    wrongKey: textsOf(document.wrongKey),
    missingKey: textsOf(document.missingKey),
    orders: Object.fromEntries(
      nodes.flatMap(([name, node]) =>
        node.kind === 'open-work-order' ? [[name, flowText(staffText(node.text))]] : [],
      ),
    ),
    visitsWithoutKey: nodes.length + 1,
    nearestQueue: nearestQueue(document),
  };
}

/** @throws RangeError when the flow has no such node, which only a state of another flow can bring about. */
export function nodeOf(flow: CallFlow, name: NodeName): FlowNode {
  const node = Object.hasOwn(flow.document.nodes, name) ? flow.document.nodes[name] : undefined;
  if (!node) throw new RangeError(`the flow ${flow.document.name} has no node ${name}`);
  return node;
}

export function queueAt(flow: CallFlow, name: NodeName | undefined): QueueNode | undefined {
  const node = name === undefined ? undefined : flow.document.nodes[name];
  return node?.kind === 'queue' ? node : undefined;
}

function nearestQueue(document: CallFlowDocument): NodeName | undefined {
  const seen = new Set([document.human]);
  for (const name of seen) {
    const node = document.nodes[name];
    if (!node) continue;
    if (node.kind === 'queue') return name;
    for (const { to } of allExits(node, document)) seen.add(to);
  }
  return undefined;
}
