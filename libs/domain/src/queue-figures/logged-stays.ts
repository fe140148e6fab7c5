/** One line of the PBX's queue log, of a caller, or of its own start. Times in milliseconds since the epoch. */
export interface QueueLogLine {
  readonly at: number;
  /** The PBX that wrote it. */
  readonly node: string;
  /** Both empty where the PBX tells of itself. */
  readonly callId: string;
  readonly queue: string;
  readonly sipUser?: string;
  /** Asterisk's own word. */
  readonly event: string;
  readonly data: readonly string[];
}

export type LoggedOutcome =
  'answered' | 'abandoned' | 'timeout' | 'full' | 'empty' | 'call-back' | 'unavailable';

/** A caller's stay in one queue as the log tells it. */
export interface LoggedStay {
  readonly node: string;
  readonly callId: string;
  readonly queue: string;
  readonly enteredAt: number;
  readonly connectedAt?: number;
  /** Undefined while the caller waits or talks. */
  readonly leftAt?: number;
  /** Undefined also where the PBX died before it could tell. */
  readonly outcome?: LoggedOutcome;
  readonly sipUser?: string;
  readonly ringSeconds?: number;
  /** What was on hold included: the log does not tell it. */
  readonly talkSeconds?: number;
  readonly transferred: boolean;
  readonly missedRings: number;
}

type Draft = { -readonly [Property in keyof LoggedStay]: LoggedStay[Property] };

/** How each way out of a queue is called here. */
const WITHOUT_AGENT: Readonly<Record<string, LoggedOutcome>> = {
  ABANDON: 'abandoned',
  SYSCOMPAT: 'abandoned',
  EXITWITHTIMEOUT: 'timeout',
  EXITWITHKEY: 'call-back',
  EXITEMPTY: 'empty',
};
/** app_queue begins: what that PBX had in hand before is gone. */
export const PBX_STARTED = 'QUEUESTART';
/** Those who never entered the queue, gave up or chose a call-back on the way in: the dialplan's own line, with the outcome. */
const TURNED_AWAY = 'TURNEDAWAY';
const TURNED_AWAY_AS: readonly LoggedOutcome[] = ['full', 'empty', 'unavailable', 'call-back', 'abandoned'];
const TRANSFERS: readonly string[] = ['BLINDTRANSFER', 'ATTENDEDTRANSFER'];
/** Milliseconds of a line's own count of talk seconds. */
const SECOND = 1000;

/** Callers enter without their number, agents who dial a queue with their own: they are no callers. */
const AGENT = /^[1-8]\d{3}$/;

/**
 * Puts the lines together, one stay for each ENTERQUEUE of a caller, and for each who was turned away; lines may come
 * in any order. A stay whose beginning is not among them is left out: the reader begins early enough to have it.
 */
export function loggedStays(lines: readonly QueueLogLine[]): LoggedStay[] {
  const stays: Draft[] = [];
  const open = new Map<string, Draft>();
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    const key = `${line.callId} ${line.queue}`;
    if (line.event === PBX_STARTED) {
      endAllOf(line.node, line.at, open);
      continue;
    }
    if (line.event === 'ENTERQUEUE') {
      open.delete(key);
      if (AGENT.test(line.data[1] ?? '')) continue;
      const stay = begun(line);
      stays.push(stay);
      open.set(key, stay);
      continue;
    }
    if (line.event === TURNED_AWAY) {
      const outcome = TURNED_AWAY_AS.find((one) => one === line.data[0]);
      if (outcome) stays.push({ ...begun(line), outcome, leftAt: line.at });
      continue;
    }
    const stay = open.get(key);
    if (stay) note(stay, line);
  }
  return stays;
}

/** The calls ended at some time before; how long the talks were is not known. */
function endAllOf(node: string, at: number, open: Map<string, Draft>): void {
  for (const [key, stay] of open) {
    if (stay.node !== node) continue;
    stay.leftAt ??= at;
    open.delete(key);
  }
}

function begun({ node, callId, queue, at }: QueueLogLine): Draft {
  return { node, callId, queue, enteredAt: at, transferred: false, missedRings: 0 };
}

function note(stay: Draft, { event, at, sipUser, data }: QueueLogLine): void {
  const without = WITHOUT_AGENT[event];
  if (without) Object.assign(stay, { outcome: without, leftAt: at });
  else if (event === 'RINGNOANSWER') stay.missedRings += 1;
  else if (event === 'CONNECT') {
    // CONNECT: wait seconds, the agent's channel, ring seconds
    Object.assign(stay, {
      outcome: 'answered',
      connectedAt: at,
      sipUser: sipUser ?? stay.sipUser,
      ringSeconds: secondsOf(data[2]),
    });
  } else if (event === 'COMPLETEAGENT' || event === 'COMPLETECALLER' || TRANSFERS.includes(event)) {
    stay.leftAt = at;
    if (stay.connectedAt !== undefined) stay.talkSeconds = (at - stay.connectedAt) / SECOND;
    if (TRANSFERS.includes(event)) stay.transferred = true;
  }
}

function secondsOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
