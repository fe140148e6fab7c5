import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { HealthRegistry } from '../health';
import type { EventStream } from './event-stream';

/** Nest token of the service's Transport. */
export const TRANSPORT = Symbol('Transport');

export interface RequestOptions {
  /** The request may travel with others of its kind, for which it waits some 50 ms when many are asked. */
  readonly gathered?: boolean;
}

/** How a service talks to the others: two implementations under one contract spec (NATS, in-process). */
export interface Transport {
  readonly kind: 'nats' | 'in-process';

  /** Nest's side: receives requests for the handlers of this service. */
  readonly server: CustomTransportStrategy;

  readonly events: EventStream;

  /** Whether others can be reached now, and their events come in. */
  isConnected(): boolean;

  /** Connects, waiting at most so long for the other side to appear. */
  connect(timeoutMs: number): Promise<void>;

  /**
   * Sends a request and waits for the reply: the plain reply, or what the handler threw.
   * @throws NobodyAnswers when no service is there, RequestTimeout when none answered in time
   */
  request(
    subject: string,
    data: unknown,
    contextHeader: string,
    timeoutMs: number,
    options?: RequestOptions,
  ): Promise<unknown>;

  /** Takes no new requests and events, and waits for requests in progress. @throws TimeoutError */
  stopAccepting(timeoutMs: number): Promise<void>;

  close(): Promise<void>;

  addHealthChecks(health: HealthRegistry): void;
}

/** Thrown when a request cannot be delivered: nobody is subscribed, or the connection is down. */
export class NobodyAnswers extends Error {
  constructor(subject: string, options?: { cause?: unknown }) {
    super(`nobody answers ${subject}`, options);
    this.name = 'NobodyAnswers';
  }
}

/** The handler's refusal, as it came over the wire. */
export class RemoteFailure extends Error {
  constructor(readonly answer: unknown) {
    super('the other side answered with an error');
    this.name = 'RemoteFailure';
  }
}
