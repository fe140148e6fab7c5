import { answerPrompt } from '../ask/ask';
import { record } from '../begin/begin-record';
import { endSay } from '../begin/begin-say';
import { LIMITS } from '../limits';
import type { Onward, Turn } from '../turn';

/** It was said to the end, or broke off: then a moment later, unless the caller has hung up, it counts as said. */
export function onPlaybackEnded(turn: Turn, completed: boolean): Onward {
  if (!completed) return turn.wait('broken', LIMITS.brokenMs);
  turn.state.unheard = 0;
  return said(turn, true);
}

/** It broke off, and the caller is still there. Where nothing can be said the queue of the PBX, with its own words, is left. */
export function goOnUnheard(turn: Turn): Onward {
  turn.state.unheard += 1;
  return turn.state.unheard === LIMITS.unheard ? turn.flow.document.human : said(turn, false);
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
