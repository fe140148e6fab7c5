/** An event on its way: as the outbox keeps it and as the wire carries it. */
export interface EventMessage {
  readonly id: string;
  readonly subject: string;
  /** JSON. */
  readonly payload: string;
  /** Encoded RequestContext. */
  readonly context: string;
  readonly occurredAt: Date;
  /** Grows with the order of events of one publisher. */
  readonly position: number;
}

export interface PublishResult {
  /** How many of the events, from the first on, every durable consumer is now sure to get. */
  readonly accepted: number;
  /** Why not all of them. */
  readonly error?: unknown;
}

export interface Subscription {
  readonly subject: string;
  /** Name of the durable consumer; replicas of a service share it. */
  readonly durable: string;
  /** Keeps the events safe; an event counts as received once this resolves, else it comes again. */
  readonly receive: (events: readonly EventMessage[]) => Promise<void>;
}

export interface EventStream {
  /** Publishes in order; an event that was published before is not delivered twice. Never rejects. */
  publish(events: readonly EventMessage[]): Promise<PublishResult>;

  subscribe(subscription: Subscription): Promise<void>;
}
