import { randomUUID } from 'node:crypto';
import type { Actor, RequestContext } from '@switchyard/contracts';
import { isError } from '../errors';
import { ANONYMOUS } from './request-scope';

/** Header under which a request's context travels beside its body. */
export const CONTEXT_HEADER = 'Switchyard-Context';

/** ASCII only, as some wires demand of headers. */
export function encodeContext(context: RequestContext): string {
  return encodeURIComponent(JSON.stringify({ correlationId: context.correlationId, actor: context.actor }));
}

/** A missing or damaged header is served as an anonymous request: it may nothing. */
export function decodeContext(header: string | undefined): RequestContext {
  const parsed = header === undefined || header === '' ? undefined : parse(header);
  return isContext(parsed) ? parsed : { correlationId: randomUUID(), actor: ANONYMOUS };
}

function parse(header: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(header));
  } catch (error) {
    if (isError(error)) return undefined;
    throw error;
  }
}

function isContext(value: unknown): value is RequestContext {
  if (typeof value !== 'object' || value === null) return false;
  const { correlationId, actor } = value as Record<string, unknown>;
  return typeof correlationId === 'string' && isActor(actor);
}

function isActor(value: unknown): value is Actor {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, roles, permissions, scope } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' && [roles, permissions, scope].every(isTexts);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
