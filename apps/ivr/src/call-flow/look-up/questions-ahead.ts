import { type CallFlow, type FlowEffect, type FlowState, type NodeName, nodeOf } from '@switchyard/domain';

/** A look-up as far as it is known before the caller asks for it. */
export type Question = Omit<Extract<FlowEffect, { type: 'look-up' }>, 'type' | 'step'>;

/** Authors put what is wanted most under the first keys; more would be asked in vain. */
const MOST = 2;

/**
 * What one key of the menu that is being said may lead to: look-ups right behind it, for a caller whose account is known
 * by number or proved already. Empty while the flow waits for anything else.
 */
export function questionsAhead(flow: CallFlow, state: FlowState): readonly Question[] {
  const accountNo = accountOf(state);
  if (accountNo === undefined || (state.waits !== 'playback' && state.waits !== 'keys')) return [];
  const node = nodeOf(flow, state.node);
  if (node.kind !== 'menu') return [];
  return node.choices
    .flatMap(({ next }) => questionBehind(flow, next, accountNo, state.account !== undefined) ?? [])
    .slice(0, MOST);
}

/** The account that a look-up would be about; undefined while nobody, or more than one, may be meant. */
export function accountOf({ account, accounts = [], anonymous }: FlowState): string | undefined {
  if (anonymous) return undefined;
  return (account ?? (accounts.length === 1 ? accounts[0] : undefined))?.accountNo;
}

function questionBehind(
  flow: CallFlow,
  name: NodeName,
  accountNo: string,
  isIdentified: boolean,
): Question | undefined {
  const node = nodeOf(flow, name);
  if (node.kind === 'identify' && node.by !== 'password' && !isIdentified)
    return questionBehind(flow, node.identified, accountNo, true);
  if (node.kind !== 'look-up' || node.what === 'case-progress' || node.with !== undefined) return undefined;
  if (!isIdentified) return undefined;
  const current = node.what === 'outages' && node.current === true;
  return { what: node.what, accountNo, ...(current ? { currentOnly: true } : {}) };
}
