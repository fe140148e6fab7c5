import { ANONYMOUS } from '@switchyard/platform';
import type { Actor, RequestContext } from '@switchyard/contracts';
import type { FastifyRequest } from 'fastify';

/** What the gateway knows of the request that it is serving. */
export interface RequestState {
  readonly correlationId: string;
  actor: Actor;
  /** The session that the access token belongs to, and until when the token holds. */
  sessionId?: string;
  tokenExpiresAt?: Date;
  /** Entry of the audit that was begun for this request. */
  audit?: { readonly id: string; readonly at: Date };
  /** Whom a request without an actor is about, for the audit. */
  subject?: string;
  /** What the answer was, for the audit; decided later than the entry begins. */
  outcomeCode?: string;
  createdId?: string;
  replayed?: boolean;
  /** Digest of an uploaded body, known once it was read. */
  uploadDigest?: string;
}

const states = new WeakMap<object, RequestState>();

/** Starts the state of a request; the first hook does it. */
export function beginState(request: FastifyRequest, correlationId: string): RequestState {
  const state: RequestState = { correlationId, actor: ANONYMOUS };
  states.set(request.raw, state);
  return state;
}

/** @throws Error when no state was begun, which is a defect of the set-up. */
export function stateOf(request: FastifyRequest): RequestState {
  const state = states.get(request.raw);
  if (!state) throw new Error(`no state was begun for ${request.method} ${request.url}`);
  return state;
}

/** Undefined for a request that failed before the first hook (a head that cannot be parsed). */
export function findState(request: FastifyRequest): RequestState | undefined {
  return states.get(request.raw);
}

export function contextOf(request: FastifyRequest): RequestContext {
  const { correlationId, actor } = stateOf(request);
  return { correlationId, actor };
}
