import type { SayNode } from '../../document/flow-document';
import { promptAt } from '../ask/asking';
import type { Onward, Turn } from '../turn';

/** Says its text, unless keys typed ahead show that the caller knows it (T1.1). `0` asks for a human here too. */
export function beginSay(turn: Turn, node: SayNode): Onward {
  if (turn.state.gone) return node.next;
  const { ahead } = turn.keyed;
  if (node.interruptible !== false && ahead !== '') {
    if (ahead.startsWith('0')) return toHuman(turn, ahead);
    if (/^\d/.test(ahead)) return node.next;
    turn.key({ ahead: ahead.slice(1) });
    return beginSay(turn, node);
  }
  return turn.play(promptAt(turn, 'say')) ? undefined : endSay(turn, node);
}

/** It has been said. */
export function endSay(turn: Turn, node: SayNode): Onward {
  if (node.completes !== undefined) turn.emit({ type: 'note', completed: node.completes });
  return node.next;
}

export function toHuman(turn: Turn, ahead: string): Onward {
  turn.state.visitsSinceKey = 0;
  turn.key({ ahead: ahead.slice(1) });
  return turn.flow.document.human;
}

/** A key while it is being said: interrupts it and is kept for what comes next; `*` says it again, `#` goes on. */
export function keyWhileSaying(turn: Turn, node: SayNode, key: string): Onward {
  if (node.interruptible === false) {
    turn.typeAhead(key);
    return undefined;
  }
  turn.stopPlayback();
  if (key === '*') return beginSay(turn, node);
  if (key === '0') return turn.flow.document.human;
  if (key !== '#') turn.typeAhead(key);
  return endSay(turn, node);
}
