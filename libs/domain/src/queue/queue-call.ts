import { addSeconds } from '../shared';
import type { QueueOutcome } from './vocabulary';

/**
 * One stay of a caller in a queue, until the talk with the agent is over; or the talk of an agent to whom another handed the
 * caller on directly (`takenOver`): nobody waited for it in a queue. Seconds are fractions or whole.
 */
export interface QueueCall {
  readonly enteredAt: Date;
  /** Whether `enteredAt` was reckoned back from a later event. */
  readonly enteredEstimated: boolean;
  readonly connectedAt: Date | null;
  /** When the wait was over without an agent, or the talk ended. */
  readonly leftAt: Date | null;
  readonly outcome: QueueOutcome | null;
  /** The agent who answered first, by SIP user. */
  readonly sipUser: string | null;
  readonly ringSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly holdSeconds: number | null;
  readonly takenOver: boolean;
  readonly transferred: boolean;
  /** `queue:billing`, `agent:1002` or `number`: never a number itself. */
  readonly transferredTo: string | null;
}

export type QueueCallEvent = { readonly at: Date } & (
  | { readonly kind: 'joined' }
  | {
      readonly kind: 'connected';
      readonly sipUser: string;
      readonly waitedSeconds: number;
      readonly ringSeconds: number;
    }
  | {
      readonly kind: 'completed';
      readonly sipUser: string;
      readonly waitedSeconds: number;
      readonly talkSeconds: number;
      readonly holdSeconds: number;
      /** Nobody saw the talk begin: some of the talk may have been hold. */
      readonly holdUnknown?: true;
    }
  | { readonly kind: 'abandoned'; readonly waitedSeconds: number }
  | { readonly kind: 'left'; readonly outcome: QueueOutcome }
  /** `by`: the agent who handed the caller on. */
  | { readonly kind: 'transferred'; readonly to: string; readonly by: string }
  /** The agent to whom the caller was handed on directly has it. */
  | { readonly kind: 'taken-over'; readonly sipUser: string }
  /** The talk with that agent is over. */
  | {
      readonly kind: 'talk-ended';
      readonly sipUser: string;
      readonly holdSeconds: number;
      readonly holdUnknown?: true;
    }
);

/** Seconds: what the PBX tells in whole seconds, several of them added, against its own clock. */
const RECKONING = 4;
/** Seconds between two accounts of the same entry: the event's and the queue log's. */
const SAME_ENTRY = 1;

/** When the caller of an event must have entered, where the event tells. */
export function entryOf(event: QueueCallEvent): Date | undefined {
  switch (event.kind) {
    case 'joined':
      return event.at;
    case 'connected':
    case 'abandoned':
      return addSeconds(event.at, -event.waitedSeconds);
    case 'completed':
      return addSeconds(event.at, -(event.waitedSeconds + event.talkSeconds + event.holdSeconds));
    case 'left':
    case 'transferred':
    case 'taken-over':
    case 'talk-ended':
      return undefined;
  }
}

type KnownStay = Pick<QueueCall, 'enteredAt' | 'enteredEstimated' | 'sipUser' | 'takenOver'>;

/** Which of the stays of one caller in one queue an event belongs to; undefined when to none of them. */
export function stayOf<Stay extends KnownStay>(
  stays: readonly Stay[],
  event: QueueCallEvent,
): Stay | undefined {
  switch (event.kind) {
    case 'taken-over':
      return takenOverBy(stays, event.sipUser).find(
        ({ enteredAt }) => Math.abs(secondsBetween(event.at, enteredAt)) <= SAME_ENTRY,
      );
    case 'talk-ended':
      return latestBefore(takenOverBy(stays, event.sipUser), event.at) ?? latestBefore(stays, event.at);
    case 'transferred': {
      const ofGiver = stays.filter(({ sipUser }) => sipUser === event.by);
      return latestBefore(ofGiver, event.at) ?? latestBefore(stays, event.at);
    }
    case 'left':
      return latestBefore(stays, event.at);
    case 'joined':
    case 'connected':
    case 'completed':
    case 'abandoned':
      return nearest(stays, event);
  }
}

function takenOverBy<Stay extends KnownStay>(stays: readonly Stay[], agent: string): readonly Stay[] {
  return stays.filter(({ takenOver, sipUser }) => takenOver && sipUser === agent);
}

function latestBefore<Stay extends KnownStay>(stays: readonly Stay[], at: Date): Stay | undefined {
  const before = stays.filter(({ enteredAt }) => secondsBetween(at, enteredAt) >= -SAME_ENTRY);
  return before.reduce<Stay | undefined>(
    (latest, stay) => (latest === undefined || stay.enteredAt > latest.enteredAt ? stay : latest),
    undefined,
  );
}

/** The queue tells of its own stays alone. */
function nearest<Stay extends KnownStay>(stays: readonly Stay[], event: QueueCallEvent): Stay | undefined {
  const entry = entryOf(event);
  if (entry === undefined) return undefined;
  const near = stays
    .filter(({ takenOver }) => !takenOver)
    .map((stay) => ({ stay, apart: Math.abs(secondsBetween(stay.enteredAt, entry)) }))
    .filter(({ stay, apart }) => apart <= toleranceOf(stay, event))
    .sort((a, b) => a.apart - b.apart);
  return near[0]?.stay;
}

/** A new stay for an event that belongs to none; undefined for one that tells too little to begin with. */
export function beginStay(event: QueueCallEvent): QueueCall | undefined {
  const takenOver = event.kind === 'taken-over';
  const tellsEntry = takenOver || (event.kind === 'left' && event.outcome !== 'answered');
  const entry = entryOf(event) ?? (tellsEntry ? event.at : undefined);
  if (entry === undefined) return undefined;
  const stay: QueueCall = {
    enteredAt: entry,
    enteredEstimated: event.kind !== 'joined' && !takenOver,
    connectedAt: null,
    leftAt: null,
    outcome: null,
    sipUser: null,
    ringSeconds: null,
    talkSeconds: null,
    holdSeconds: null,
    takenOver,
    transferred: false,
    transferredTo: null,
  };
  return tellStay(stay, event);
}

/**
 * What is known of a stay after one more event. In whatever order the events come, and however often each, the same is
 * known in the end: a late `joined` corrects the entry, an answer outweighs every other outcome.
 */
export function tellStay(stay: QueueCall, event: QueueCallEvent): QueueCall {
  switch (event.kind) {
    case 'joined':
      return stay.enteredEstimated ? { ...stay, enteredAt: event.at, enteredEstimated: false } : stay;
    case 'connected':
      return answered(stay, event.sipUser, event.at, event.ringSeconds);
    case 'completed':
      return {
        ...answered(
          stay,
          event.sipUser,
          addSeconds(event.at, -(event.talkSeconds + event.holdSeconds)),
          null,
        ),
        leftAt: later(stay.leftAt, event.at),
        ...lengthOf(stay, event.talkSeconds, event),
      };
    case 'abandoned':
      return { ...stay, outcome: weightier(stay.outcome, 'abandoned'), leftAt: later(stay.leftAt, event.at) };
    case 'left':
      return {
        ...stay,
        outcome: weightier(stay.outcome, event.outcome),
        leftAt: later(stay.leftAt, event.at),
      };
    case 'transferred':
      return { ...stay, transferred: true, transferredTo: stay.transferredTo ?? event.to };
    case 'taken-over':
      return answered(stay, event.sipUser, stay.connectedAt ?? event.at, null);
    case 'talk-ended':
      return talkEnded({ ...stay, leftAt: later(stay.leftAt, event.at) }, event.at, event);
  }
}

interface Held {
  readonly holdSeconds: number;
  readonly holdUnknown?: true;
}

/** Of a talk that was taken over the begin is known, whoever has watched it since. */
function talkEnded(stay: QueueCall, at: Date, held: Held): QueueCall {
  if (!stay.takenOver) return stay;
  const lasted = secondsBetween(at, stay.connectedAt ?? stay.enteredAt);
  return { ...stay, ...lengthOf(stay, Math.max(0, Math.round(lasted - held.holdSeconds)), held) };
}

/** What is known already stays. Where hold is not known, all of it is talk, and hold is left unknown. */
function lengthOf(
  { talkSeconds, holdSeconds }: QueueCall,
  talked: number,
  held: Held,
): Pick<QueueCall, 'talkSeconds' | 'holdSeconds'> {
  if (talkSeconds !== null) return { talkSeconds, holdSeconds };
  return held.holdUnknown
    ? { talkSeconds: talked + held.holdSeconds, holdSeconds: null }
    : { talkSeconds: talked, holdSeconds: held.holdSeconds };
}

function answered(stay: QueueCall, sipUser: string, at: Date, ringSeconds: number | null): QueueCall {
  const exact = ringSeconds !== null;
  return {
    ...stay,
    outcome: 'answered',
    sipUser: stay.sipUser ?? sipUser,
    // `connected` tells exactly, and tells the ringing; `completed` only lets the moment be reckoned.
    connectedAt: exact && stay.ringSeconds === null ? at : (stay.connectedAt ?? at),
    ringSeconds: stay.ringSeconds ?? ringSeconds,
  };
}

/** The weightier first. */
const WEIGHT: readonly QueueOutcome[] = [
  'answered',
  'call-back',
  'abandoned',
  'timeout',
  'full',
  'empty',
  'unavailable',
];

function weightier(known: QueueOutcome | null, told: QueueOutcome): QueueOutcome {
  return known !== null && WEIGHT.indexOf(known) <= WEIGHT.indexOf(told) ? known : told;
}

const later = (known: Date | null, told: Date): Date => (known !== null && known >= told ? known : told);

const secondsBetween = (a: Date, b: Date): number => (a.getTime() - b.getTime()) / 1000;

function toleranceOf(stay: Pick<QueueCall, 'enteredEstimated'>, event: QueueCallEvent): number {
  return event.kind === 'joined' && !stay.enteredEstimated ? SAME_ENTRY : RECKONING;
}
