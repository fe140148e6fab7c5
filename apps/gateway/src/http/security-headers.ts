import type { FastifyReply, FastifyRequest } from 'fastify';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Answers of the API are data: no browser has anything to load or to run from them. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** The documentation page loads its own scripts and styles from here, nothing from elsewhere. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

export function securityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  const isDocs = request.url.startsWith('/api/docs');
  void reply
    .headers(ALWAYS)
    .header('content-security-policy', isDocs ? DOCS_POLICY : API_POLICY)
    .header('cache-control', isDocs ? 'no-cache' : 'no-store');
}
