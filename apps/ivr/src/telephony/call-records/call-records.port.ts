/** What the PBX itself wrote about a call that has ended (T3.2). */
export interface CallRecord {
  readonly callId: string;
  readonly startedAt: Date;
  /** Absent: nobody answered. */
  readonly answeredAt?: Date;
  readonly endedAt: Date;
  /** Q.850 cause; 0 when the records tell none. */
  readonly cause: number;
  /** Whole seconds from the answer to the end; 0 when nobody answered. */
  readonly billSeconds: number;
}

/** The PBX's own call records. It drops them while their database is down: what is missing is unknown, not unanswered. */
export abstract class CallRecords {
  /** Ended calls among `callIds`. A call that has no record, or has not ended, is not in the map. */
  abstract find(callIds: readonly string[]): Promise<ReadonlyMap<string, CallRecord>>;

  /** Who called, E.164 where it can be read so. A call that has no record, or withheld its number, is not in the map. */
  abstract numbersOf(callIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
