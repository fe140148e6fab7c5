import type { CallFlowDocument, FlowNode, NodeName } from './flow-document';
import { QUEUE_LEAVINGS } from './vocabulary';

/** One way out of a node. */
export interface FlowExit {
  /** What leads there, as a diagram says it. */
  readonly label: string;
  /** Where it is written, within the node; empty for what the flow as a whole says. */
  readonly path: string;
  readonly to: NodeName;
  /** Only a key of the caller's leads there. */
  readonly byKey: boolean;
}

const exit = (label: string, to: NodeName, byKey = false, path = label): FlowExit => ({
  label,
  path,
  to,
  byKey,
});

/** The exits that are written in the node itself, apart from `strikes`. */
export function ownExits(node: FlowNode): FlowExit[] {
  switch (node.kind) {
    case 'say':
    case 'set-language':
    case 'survey':
      return [exit('next', node.next)];
    case 'menu':
      return [
        ...node.choices.map((choice, index) => exit(choice.key, choice.next, true, `choices[${index}].next`)),
        ...(node.repeat === undefined ? [] : [exit('*', node.repeat, true, 'repeat')]),
      ];
    case 'collect':
      return [exit('next', node.next, true)];
    case 'identify':
      return [
        exit('identified', node.identified),
        exit('failed', node.failed, true),
        exit('locked', node.locked, true),
        exit('unavailable', node.unavailable),
      ];
    case 'look-up':
      return [
        exit('found', node.found),
        exit('notFound', node.notFound),
        exit('unavailable', node.unavailable),
      ];
    case 'open-work-order':
      return [exit('opened', node.opened), exit('failed', node.failed)];
    case 'record-message':
      return [exit('recorded', node.recorded)];
    case 'queue':
      return QUEUE_LEAVINGS.map((reason) => exit(reason, node.left[reason], false, `left.${reason}`));
    case 'offer-call-back':
      return [exit('accepted', node.accepted, true), exit('declined', node.declined)];
    case 'transfer':
      return [exit('failed', node.failed)];
    case 'branch':
      return [
        ...node.cases.map(({ is, next }, index) => exit(is.join(', '), next, false, `cases[${index}].next`)),
        exit('otherwise', node.otherwise),
      ];
    case 'forget-caller':
      return [exit('forgotten', node.forgotten), exit('failed', node.failed)];
    case 'hang-up':
      return [];
  }
}

/** Where three wrong or missing keys lead; undefined where there is no place, and for nodes that ask nothing. */
export function strikesOf(node: FlowNode, document: CallFlowDocument): NodeName | undefined {
  switch (node.kind) {
    case 'menu':
    case 'collect':
    case 'identify':
    case 'record-message':
      return node.strikes ?? document.strikes;
    case 'offer-call-back':
      return node.strikes ?? node.declined;
    case 'say':
    case 'look-up':
    case 'open-work-order':
    case 'queue':
    case 'survey':
    case 'transfer':
    case 'branch':
    case 'set-language':
    case 'forget-caller':
    case 'hang-up':
      return undefined;
  }
}

/** Whether the node needs a place for three strikes. */
export function asksForKeys(node: FlowNode): boolean {
  return ['menu', 'collect', 'identify', 'record-message', 'offer-call-back'].includes(node.kind);
}

/** Whether key 0 leads to the flow's `human` from here. */
export function offersHuman(node: FlowNode): boolean {
  if (node.kind === 'menu') return !node.choices.some(({ key }) => key === '0');
  return node.kind === 'say' || asksForKeys(node);
}

/** Every exit, those included that hold for the flow as a whole. */
export function allExits(node: FlowNode, document: CallFlowDocument): FlowExit[] {
  const strikes = strikesOf(node, document);
  const isOwn = 'strikes' in node && node.strikes !== undefined;
  return [
    ...ownExits(node),
    ...(strikes === undefined ? [] : [exit('strikes', strikes, false, isOwn ? 'strikes' : '')]),
    ...(offersHuman(node) ? [exit('0', document.human, true, '')] : []),
  ];
}
