import { passwordAnswered } from '../begin/begin-identify';
import { lookUpAnswered } from '../begin/begin-look-up';
import { recordingEnded } from '../begin/begin-record';
import { workOrderOpened } from '../begin/begin-work-order';
import type { FlowEvent } from '../flow-event';
import type { Onward, Turn } from '../turn';

export type Answer = Extract<
  FlowEvent,
  {
    type:
      | 'look-up-result'
      | 'password-result'
      | 'work-order-opened'
      | 'work-order-failed'
      | 'recording-ended'
      | 'caller-forgotten'
      | 'transferred'
      | 'transfer-failed';
  }
>;

/** What others did at our order. An answer to something else than what the present node ordered changes nothing. */
export function onAnswer(turn: Turn, event: Answer): Onward {
  const { node, state } = turn;
  switch (event.type) {
    case 'look-up-result':
      return node.kind === 'look-up' ? lookUpAnswered(turn, node, event) : undefined;
    case 'password-result':
      return node.kind === 'identify' ? passwordAnswered(turn, node, event) : undefined;
    case 'work-order-opened':
      return node.kind === 'open-work-order' ? workOrderOpened(turn, node, event) : undefined;
    case 'work-order-failed':
      return node.kind === 'open-work-order' ? node.failed : undefined;
    case 'recording-ended':
      return node.kind === 'record-message' ? recordingEnded(turn, node, event) : undefined;
    case 'caller-forgotten':
      if (node.kind !== 'forget-caller') return undefined;
      if (!event.done) return node.failed;
      forget(turn);
      return node.forgotten;
    case 'transferred':
      state.waits = 'queue';
      turn.emit({ type: 'cancel-timer' });
      return undefined;
    case 'transfer-failed':
      return node.kind === 'transfer' ? node.failed : undefined;
  }
}

/** Whatever could tell who calls (§5). */
function forget(turn: Turn): void {
  const { from: _, ...facts } = turn.state.facts;
  Object.assign(turn.state, {
    facts,
    anonymous: true,
    accounts: undefined,
    account: undefined,
    identifiedBy: undefined,
    values: {},
    lists: {},
    attached: [],
    volatile: undefined,
  } satisfies Partial<typeof turn.state>);
}
