import type { FlowNode, Piece } from './flow-document';

/** Something that a node can say. */
export interface Prompt {
  /** Where it is written, within the node, e.g. `say` or `questions[0].say`. */
  readonly path: string;
  readonly pieces: readonly Piece[];
}

export function promptsOf(node: FlowNode): Prompt[] {
  switch (node.kind) {
    case 'say':
    case 'menu':
    case 'collect':
    case 'record-message':
      return [{ path: 'say', pieces: node.say }];
    case 'identify':
      return [
        { path: 'which', pieces: node.which },
        { path: 'account', pieces: node.account },
        { path: 'password', pieces: node.password },
        { path: 'wrong', pieces: node.wrong },
      ];
    case 'offer-call-back':
      return [
        { path: 'offer', pieces: node.offer },
        { path: 'offerWithheld', pieces: node.offerWithheld },
        { path: 'askNumber', pieces: node.askNumber },
      ];
    case 'survey':
      return node.questions.map(({ say }, index) => ({ path: `questions[${index}].say`, pieces: say }));
    case 'look-up':
    case 'open-work-order':
    case 'queue':
    case 'transfer':
    case 'branch':
    case 'set-language':
    case 'forget-caller':
    case 'hang-up':
      return [];
  }
}
