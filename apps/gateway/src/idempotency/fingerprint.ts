import { createHmac } from 'node:crypto';

/**
 * Tells requests apart without keeping them: keyed, so that a body cannot be guessed from it. Members of JSON
 * objects count in whatever order they are sent; an uploaded file is compared apart, once it is read.
 */
export function fingerprintOf(secret: Uint8Array, method: string, url: string, body: unknown): Buffer {
  return createHmac('sha256', secret)
    .update(`${method} ${url}\n${body === undefined ? '' : canonical(body)}`)
    .digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
