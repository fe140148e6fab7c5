/** What Nest's NATS transport writes on the wire for a request … */
export interface RequestPacket {
  readonly pattern: string;
  readonly data?: unknown;
  /** Absent of what wants no answer. */
  readonly id?: string;
  /** Ours: several requests in one message, instead of `data`. Each has the context that else stands in the header. */
  readonly many?: readonly GatheredRequest[];
}

export interface GatheredRequest {
  readonly data: unknown;
  readonly context: string;
}

/** What a handler answered: one of the two. */
export interface Answer {
  readonly response?: unknown;
  /** What the handler refused with. */
  readonly err?: unknown;
}

/** … and for its answer. One request has one; of many, each is answered once, by one message or by several. */
export interface ReplyPacket extends Answer {
  readonly id: string;
  readonly isDisposed: true;
  readonly many?: readonly GatheredAnswer[];
}

/** `index`: of the request among the many, from 0. */
export interface GatheredAnswer extends Answer {
  readonly index: number;
}
