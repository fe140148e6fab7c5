/**
 * What can be added up of callers who entered queues in some time, whatever happened to them later. All ratios are
 * made from these, so that hours and days are sums of quarter hours, never means of means. A caller whom an agent handed
 * on into a queue is offered to that queue once more, but asked for a human once: over all queues together only the
 * first stay is counted from `offered` to `transferred`. What agents did (`rang` and below) is counted in every stay, and
 * in every talk that an agent took over directly.
 */
export interface QueueCounts {
  /**
   * Callers who entered a queue. The counts of how the wait ended add up to it, but for those who still wait, and those
   * whose end nobody saw because the PBX died.
   */
  readonly offered: number;
  readonly answered: number;
  /** Answered within the service level's seconds. */
  readonly answeredInTime: number;
  /** Hung up while waiting. */
  readonly abandoned: number;
  /** Of these, before the service level's seconds had passed. */
  readonly abandonedInTime: number;
  /** Chose to be called back instead of waiting. */
  readonly callBacks: number;
  /** Waited as long as the queue lets them. */
  readonly timedOut: number;
  /** Were not let in or sent on: the queue was full, nobody was signed in, or it was not there. */
  readonly turnedAway: number;
  /** Seconds that the answered waited. */
  readonly waitSeconds: number;
  /** Still wait; and of these, those for whom the service level's seconds have not passed. */
  readonly waiting: number;
  readonly waitingInTime: number;
  /** Answered calls that the agent handed to somebody else, however often it went on. */
  readonly transferred: number;
  /** Talks of agents with callers: the answered, and each to which a caller was handed on. */
  readonly talks: number;
  /** Answered calls of which the ringing time is known, their ringing in seconds, and how many rang too long. */
  readonly rang: number;
  readonly ringSeconds: number;
  readonly rangTooLong: number;
  /** Talks that are over, and their talk and hold together in seconds. */
  readonly talked: number;
  readonly handledSeconds: number;
  /** Of these, those of which it is known what of it was hold (the PBX's log does not tell), and both in seconds. */
  readonly holdKnown: number;
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  /** Talks whose after-call work is done, and its seconds. */
  readonly wrappedUp: number;
  readonly afterCallSeconds: number;
}

export const QUEUE_COUNT_NAMES = [
  'offered',
  'answered',
  'answeredInTime',
  'abandoned',
  'abandonedInTime',
  'callBacks',
  'timedOut',
  'turnedAway',
  'waitSeconds',
  'waiting',
  'waitingInTime',
  'transferred',
  'talks',
  'rang',
  'ringSeconds',
  'rangTooLong',
  'talked',
  'handledSeconds',
  'holdKnown',
  'talkSeconds',
  'holdSeconds',
  'wrappedUp',
  'afterCallSeconds',
] as const satisfies readonly (keyof QueueCounts)[];

export const NO_QUEUE_COUNTS: QueueCounts = sumOf([]);

/** Adds up, e.g. the quarters of an hour or the queues of a centre. */
export function addQueueCounts(counts: readonly QueueCounts[]): QueueCounts {
  return sumOf(counts);
}

function sumOf(counts: readonly QueueCounts[]): QueueCounts {
  const entries = QUEUE_COUNT_NAMES.map(
    (name) => [name, counts.reduce((sum, one) => sum + one[name], 0)] as const,
  );
  return Object.fromEntries(entries) as Record<(typeof QUEUE_COUNT_NAMES)[number], number>;
}
