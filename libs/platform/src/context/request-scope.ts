import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Actor, RequestContext } from '@switchyard/contracts';

const scope = new AsyncLocalStorage<RequestContext>();

/** The context of the request or event being served, if any. */
export function currentContext(): RequestContext | undefined {
  return scope.getStore();
}

/** Runs work under a context: its log lines carry the correlation id. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return scope.run(context, work);
}

/** For work that nobody asked for by hand: timers, recovery, the dialer. */
export function systemContext(service: string, correlationId: string = randomUUID()): RequestContext {
  const actor: Actor = {
    id: `system:${service}`,
    name: service,
    roles: ['system'],
    permissions: [],
    scope: ['all'],
  };
  return { correlationId, actor };
}

/** An actor that nothing is known of and who may nothing. */
export const ANONYMOUS: Actor = { id: 'anonymous', name: '', roles: [], permissions: [], scope: [] };
