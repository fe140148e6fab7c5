import type { CallFlow } from '../document/call-flow';
import type { FlowEntry } from '../document/flow-document';
import type { FlowStep } from './flow-effect';
import type { FlowFacts } from './flow-state';
import { LIMITS } from './limits';
import { Turn } from './turn';

/** A call that is coming in, before its answer; meanwhile its number is looked up. */
export function startCall(flow: CallFlow, facts: FlowFacts): FlowStep {
  const entry = entryOf(flow, facts);
  const turn = new Turn(flow, {
    facts,
    language: facts.language ?? entry.language,
    node: entry.start,
    stage: '',
    waits: 'answer',
    step: 0,
    anonymous: false,
    values: {},
    lists: {},
    strikes: 0,
    unheard: 0,
    failures: 0,
    visits: 0,
    visitsSinceKey: 0,
    orders: 0,
    recordings: 0,
    attached: [],
    rating: {},
    gone: false,
  });
  awaitAnswer(turn);
  return turn.done();
}

export function awaitAnswer(turn: Turn): undefined {
  const { from } = turn.state.facts;
  if (from !== undefined) turn.emit({ type: 'find-caller', phone: from });
  turn.wait('answer', LIMITS.answerMs);
}

function entryOf(flow: CallFlow, { entry }: FlowFacts): FlowEntry {
  const { entries } = flow.document;
  const found = entries.find(({ name }) => name === entry) ?? entries[0];
  if (!found) throw new RangeError(`the flow ${flow.document.name} has no entry`);
  return found;
}
