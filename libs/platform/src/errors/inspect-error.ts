import { types } from 'node:util';

/** `instanceof` fails between realms (Node's own errors seen from a test runner); this does not. */
export function isError(value: unknown): value is Error {
  return types.isNativeError(value) || value instanceof Error;
}

/** The `code` of a system, database or driver error, e.g. `ENOENT` or `23505`. */
export function codeOf(error: unknown): string | number | undefined {
  if (!isError(error)) return undefined;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}

/** Any thrown value as text, for logs and for `last_error` columns. */
export function describeError(error: unknown): string {
  return isError(error) ? `${error.name}: ${error.message}` : String(error);
}
