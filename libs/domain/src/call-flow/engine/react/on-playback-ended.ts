import { answerPrompt } from '../ask/ask';
import { record } from '../begin/begin-record';
import { endSay } from '../begin/begin-say';
import { LIMITS } from '../limits';
import type { Onward, Turn } from '../turn';

/** It was said to the end, or broke off: then a moment later, unless the caller has hung up, it counts as said. */
export function onPlaybackEnded(turn: Turn, completed: boolean): Onward {
  return completed ? said(turn, true) : turn.wait('broken', LIMITS.brokenMs);
}

/** The playback is over, one way or the other. */
export function said(turn: Turn, completed: boolean): Onward {
  const { node } = turn;
  switch (node.kind) {
    case 'say':
      return completed ? endSay(turn, node) : node.next;
    case 'record-message':
      return record(turn, node);
    case 'menu':
    case 'collect':
    case 'identify':
    case 'offer-call-back':
    case 'survey':
      return answerPrompt(turn);
    case 'look-up':
    case 'open-work-order':
    case 'queue':
    case 'transfer':
    case 'branch':
    case 'set-language':
    case 'forget-caller':
    case 'hang-up':
      return undefined;
  }
}
