/** A row of Asterisk's queue_log. It never holds a caller's number. */
export interface QueueLogEntry {
  /** Grows with the order of writing; rows of two nodes may become visible slightly out of order. */
  readonly id: number;
  readonly at: Date;
  /** The PBX that wrote it. */
  readonly node: string;
  /** The caller's channel; undefined where the event is of no caller. */
  readonly callId: string | undefined;
  /** undefined where the event is of no queue. */
  readonly queue: string | undefined;
  /** undefined where the event is of no agent of ours. */
  readonly sipUser: string | undefined;
  /** Asterisk's own word: ENTERQUEUE, CONNECT, COMPLETEAGENT, COMPLETECALLER, ABANDON, EXITWITHKEY …; TURNEDAWAY is ours. */
  readonly event: string;
  /** data1 … data5 as Asterisk documents them for that event; what was not given is empty. */
  readonly data: readonly string[];
}

/** What the PBX's queues wrote about themselves, whoever of us listened; rows come late while their database is down. */
export abstract class QueueLog {
  /** From `since` on (inclusive), oldest first, at most `limit` rows. */
  abstract read(since: Date, limit: number): Promise<readonly QueueLogEntry[]>;

  /**
   * What has become visible since the row with this id: its earliest moment, undefined where nothing has, and the id to ask
   * with the next time. Rows of long ago come late when their database was away.
   */
  abstract arrivedAfter(id: number): Promise<Arrived>;
}

export interface Arrived {
  readonly earliest: Date | undefined;
  readonly lastId: number;
}
