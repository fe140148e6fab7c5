import type { IdentifyNode } from '../../document/flow-document';
import { LOOK_UPS } from '../../text/variables';
import { ask } from '../ask/ask';
import { identify } from '../ask/identify-questions';
import { promptAt } from '../ask/asking';
import type { FlowEvent } from '../flow-event';
import { LIMITS } from '../limits';
import type { Onward, Turn } from '../turn';

/** By bound number where there is one, else by account number and password (T1.4). */
export function beginIdentify(turn: Turn, node: IdentifyNode): Onward {
  const { state } = turn;
  if (node.by === 'password') {
    forgetIdentity(turn);
    return askAccount(turn, node);
  }
  if (state.account) return node.identified;
  const [account, ...more] = state.accounts ?? [];
  if (!account) return askAccount(turn, node);
  if (more.length === 0) {
    identify(turn, account, 'phone');
    return node.identified;
  }
  state.stage = 'which';
  return ask(turn);
}

export function passwordAnswered(
  turn: Turn,
  node: IdentifyNode,
  event: Extract<FlowEvent, { type: 'password-result' }>,
): Onward {
  switch (event.result) {
    case 'verified':
      if (!event.account) return node.unavailable;
      identify(turn, event.account, 'password');
      return node.identified;
    case 'wrong':
      turn.state.failures += 1;
      turn.key({ ahead: '' });
      return askAccount(turn, node, true);
    case 'locked': {
      const { 'identity.lockedUntil': _, ...values } = turn.state.values;
      const until = readable(event.lockedUntil);
      turn.state.values = until === undefined ? values : { ...values, 'identity.lockedUntil': until };
      turn.key({ ahead: '' });
      return node.locked;
    }
    case 'unavailable':
      return node.unavailable;
  }
}

function askAccount(turn: Turn, node: IdentifyNode, afterWrong = false): Onward {
  if (turn.state.failures >= LIMITS.failures) return node.failed;
  turn.state.stage = 'account';
  return ask(turn, afterWrong ? promptAt(turn, 'wrong') : []);
}

/** Nothing of the account that was known may be said to whoever proves to be another. */
function forgetIdentity(turn: Turn): void {
  const { state } = turn;
  state.account = undefined;
  state.identifiedBy = undefined;
  const secret = Object.values(LOOK_UPS).filter((lookUp) => lookUp.private);
  const lists = secret.flatMap(({ list }) => (list ? [list.name] : []));
  const names = [
    ...secret.flatMap(({ values }) => Object.keys(values)),
    ...lists.map((list) => `${list}.count`),
  ];
  state.values = without(state.values, names);
  state.lists = without(state.lists, lists);
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  names: readonly string[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function readable(instant: string | undefined): string | undefined {
  return instant !== undefined && !Number.isNaN(Date.parse(instant)) ? instant : undefined;
}
