import { SetMetadata } from '@nestjs/common';
import type { EventContract, RequestContext } from '@switchyard/contracts';

export interface EventMeta {
  readonly id: string;
  readonly occurredAt: Date;
  /** The context of the request that caused the event. */
  readonly context: RequestContext;
}

export interface OnEventOptions {
  /** Name of the durable consumer, unique in the whole platform, e.g. `ivr-payments`. Renaming it starts anew. */
  readonly durable: string;
}

export interface EventHandlerDeclaration extends OnEventOptions {
  readonly contract: EventContract<object>;
}

export const EVENT_HANDLER = 'switchyard:event-handler';

/**
 * Makes a provider's method the consumer of an event. It runs in one transaction with the inbox row that
 * records the event's id, hence once in effect; when it throws, it is tried again with growing pauses.
 * Events of one publisher come in order, but one that fails does not hold up those behind it.
 */
export function OnEvent<Payload extends object>(contract: EventContract<Payload>, options: OnEventOptions) {
  return <Method extends (payload: Payload, meta: EventMeta) => Promise<void>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const declaration: EventHandlerDeclaration = { contract, durable: options.durable };
    SetMetadata(EVENT_HANDLER, declaration)(target, key, descriptor);
  };
}
