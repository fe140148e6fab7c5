import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isUnnamed } from './unnamed-in-audit.decorator';
import type { RequestState } from '../request-context/request-state';
import type { AuditEntry, AuditResult } from './audit-trail.port';

const NOBODY = { id: 'unnamed', name: '', roles: [] };

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export const isChange = (request: FastifyRequest): boolean => CHANGING.has(request.method);

/** The entry of a request that is about to be served. */
export function beginEntry(request: FastifyRequest, state: RequestState, at: Date): AuditEntry {
  const unnamed = isUnnamed(request);
  const { id, name, roles } = unnamed ? NOBODY : state.actor;
  return {
    id: randomUUID(),
    at,
    actor: { id, name, roles },
    address: unnamed ? '' : request.ip,
    action: `${request.method} ${request.routeOptions.url ?? '(none)'}`,
    target: targetOf(request, state),
    outcome: 'begun',
    correlationId: state.correlationId,
  };
}

/** What became of it. */
export function resultOf(request: FastifyRequest, state: RequestState, status: number): AuditResult {
  const target = targetOf(request, state);
  const outcome = status >= 500 ? 'failed' : status >= 400 ? 'refused' : state.replayed ? 'replayed' : 'done';
  return { outcome, status, target, ...(state.outcomeCode !== undefined && { code: state.outcomeCode }) };
}

/** Path without its query, which may hold what is nobody's business; what was made; whom it was about. */
function targetOf(request: FastifyRequest, { createdId, subject }: RequestState): string {
  const path = request.url.split('?', 1)[0] ?? '';
  const made = createdId === undefined ? path : `${path}/${createdId}`;
  return (subject === undefined ? made : `${made} ${subject}`).slice(0, 500);
}
