import type { FlowText } from '../../text/flow-text';
import type { Onward, Turn } from '../turn';
import type { EntryEnd, Question, Verdict } from './question';
import { questionOf } from './question-of';

/**
 * Asks what the present stage asks: keys that were typed ahead answer it, else the prompt is said. With `lead`
 * words (after a mistake) nothing typed ahead counts.
 */
export function ask(turn: Turn, lead: readonly FlowText[] = []): Onward {
  const question = questionOf(turn);
  if (!question) return turn.hangUp();
  turn.key({ entry: '' });
  if (lead.length > 0) turn.key({ ahead: '' });
  const { ahead } = turn.keyed;
  if (ahead === '') return say(turn, question, lead);
  turn.state.waits = 'keys';
  return feedAhead(turn);
}

/** The prompt has been said: keys that came meanwhile answer it, else they are waited for. */
export function answerPrompt(turn: Turn): Onward {
  if (turn.keyed.ahead === '') return awaitKey(turn);
  turn.state.waits = 'keys';
  return feedAhead(turn);
}

/** Gives the present question what was typed ahead, key by key, until it is answered. */
function feedAhead(turn: Turn): Onward {
  const { node, stage } = turn.state;
  for (let { ahead } = turn.keyed; ahead !== ''; { ahead } = turn.keyed) {
    turn.state.visitsSinceKey = 0;
    turn.key({ ahead: ahead.slice(1) });
    const onward = feed(turn, ahead.charAt(0));
    const asked = turn.state.waits === 'keys' && turn.state.node === node && turn.state.stage === stage;
    if (onward !== undefined || !asked) return onward;
  }
  return undefined;
}

/** One key for the question that is being asked. */
export function feed(turn: Turn, key: string): Onward {
  const question = questionOf(turn);
  if (!question) return undefined;
  const { entry } = turn.keyed;
  if (key === '*') {
    if (question.repeat !== undefined) return question.repeat;
    turn.key({ entry: '', ahead: '' });
    return say(turn, question);
  }
  if (key === '#') return judge(turn, question, entry, 'hash');
  if (key === '0' && entry === '' && question.maxDigits === 1 && question.human)
    return turn.flow.document.human;
  const longer = entry + key;
  turn.key({ entry: longer });
  const complete = longer.length >= question.maxDigits || question.isComplete?.(longer) === true;
  if (complete) return judge(turn, question, longer, 'length');
  return awaitKey(turn, question);
}

/** Nothing was keyed for long enough. */
export function keysTimedOut(turn: Turn): Onward {
  const question = questionOf(turn);
  if (!question) return turn.hangUp();
  const { entry } = turn.keyed;
  return entry === '' ? strike(turn, question, turn.flow.missingKey) : judge(turn, question, entry, 'pause');
}

function awaitKey(turn: Turn, question = questionOf(turn)): Onward {
  if (!question) return turn.hangUp();
  const between = turn.flow.document.settings.betweenKeysSeconds * 1000;
  return turn.wait('keys', turn.keyed.entry === '' ? question.keyWaitMs : between);
}

function judge(turn: Turn, question: Question, entry: string, end: EntryEnd): Onward {
  turn.key({ entry: '' });
  if (entry === '0' && question.human) return turn.flow.document.human;
  return follow(turn, question, entry === '' ? { is: 'wrong' } : question.accept(entry, end));
}

function follow(turn: Turn, question: Question, verdict: Verdict): Onward {
  switch (verdict.is) {
    case 'right':
      turn.state.strikes = 0;
      return verdict.onward;
    case 'stage':
      turn.state.strikes = 0;
      turn.state.stage = verdict.stage;
      if (!verdict.keepAhead) turn.key({ ahead: '' });
      return ask(turn);
    case 'wrong':
      return strike(turn, question, turn.flow.wrongKey);
  }
}

/** A wrong or a missing key (T1.1): the prompt again, until it was once too often. */
function strike(turn: Turn, question: Question, lead: readonly FlowText[]): Onward {
  turn.key({ entry: '', ahead: '' });
  turn.state.strikes += 1;
  if (turn.state.strikes < question.tries) return say(turn, question, lead);
  return follow(turn, question, question.strikeOut());
}

function say(turn: Turn, question: Question, lead: readonly FlowText[] = []): Onward {
  turn.state.visits += 1;
  return turn.play([...lead, ...question.prompt]) ? undefined : awaitKey(turn, question);
}
