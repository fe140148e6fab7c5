import type { FlowNode } from '../../document/flow-document';
import { ask } from '../ask/ask';
import { nextQuestion } from '../ask/survey-question';
import { LIMITS } from '../limits';
import type { Onward, Turn } from '../turn';
import { beginIdentify } from './begin-identify';
import { beginLookUp } from './begin-look-up';
import { beginQueue } from './begin-queue';
import { beginRecord } from './begin-record';
import { beginSay } from './begin-say';
import { beginWorkOrder } from './begin-work-order';
import { decideBranch } from './decide-branch';

/** Does what the present node does first. */
export function beginNode(turn: Turn): Onward {
  const { node, state } = turn;
  if (state.gone && !needsNoCaller(node)) return turn.end();
  if (needsAccounts(node) && awaitsAccounts(turn)) return turn.wait('caller', LIMITS.callerMs);
  switch (node.kind) {
    case 'say':
      return beginSay(turn, node);
    case 'menu':
    case 'collect':
    case 'offer-call-back':
      return ask(turn);
    case 'survey': {
      const first = nextQuestion(turn, node, 0);
      turn.key({ ahead: '' });
      if (first === undefined) return node.next;
      state.stage = first;
      return ask(turn);
    }
    case 'identify':
      return beginIdentify(turn, node);
    case 'look-up':
      return beginLookUp(turn, node);
    case 'open-work-order':
      return beginWorkOrder(turn, node);
    case 'record-message':
      return beginRecord(turn, node);
    case 'queue':
      return beginQueue(turn, node);
    case 'transfer':
      return turn.wait('transfer', LIMITS.transferMs, (step) => ({ type: 'transfer', step, to: node.to }));
    case 'branch':
      return decideBranch(node, state);
    case 'set-language':
      state.language = node.language;
      turn.emit({ type: 'set-language', language: node.language });
      return node.next;
    case 'forget-caller':
      return turn.wait('forgetting', LIMITS.forgettingMs, (step) => ({ type: 'forget-caller', step }));
    case 'hang-up':
      return turn.hangUp();
  }
}

/** What is still done when the caller has hung up, so that a message that was left becomes a work order. */
function needsNoCaller({ kind }: FlowNode): boolean {
  return ['say', 'branch', 'set-language', 'forget-caller', 'open-work-order'].includes(kind);
}

/** Whether the node decides by the accounts bound to the caller's number. */
function needsAccounts(node: FlowNode): boolean {
  switch (node.kind) {
    case 'identify':
      return node.by !== 'password';
    case 'look-up':
      return node.what === 'outages' && node.with === undefined;
    case 'queue':
      return true;
    case 'branch':
      return ['value-tier', 'list-flag', 'important', 'bound-accounts'].includes(node.on);
    case 'say':
    case 'menu':
    case 'collect':
    case 'open-work-order':
    case 'record-message':
    case 'offer-call-back':
    case 'survey':
    case 'transfer':
    case 'set-language':
    case 'forget-caller':
    case 'hang-up':
      return false;
  }
}

/** They were asked for and have not come; they are waited for once. */
function awaitsAccounts({ state }: Turn): boolean {
  return (
    state.facts.from !== undefined &&
    state.accounts === undefined &&
    state.account === undefined &&
    !state.anonymous &&
    state.waits !== 'caller'
  );
}
