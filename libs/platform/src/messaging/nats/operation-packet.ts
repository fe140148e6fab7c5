/** What Nest's NATS transport writes on the wire for a request … */
export interface RequestPacket {
  readonly pattern: string;
  readonly data: unknown;
  /** Absent of what wants no answer. */
  readonly id?: string;
}

/** … and for its answer, which is always the only one. */
export interface ReplyPacket {
  readonly id: string;
  readonly isDisposed: true;
  readonly response?: unknown;
  /** What the handler refused with. */
  readonly err?: unknown;
}
