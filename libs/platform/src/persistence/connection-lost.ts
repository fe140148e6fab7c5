import { codeOf, isError } from '../errors';

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
// Class 08: connection exceptions; 57P01–57P03: stopped, crashed, starting; 53300: too many connections.
const SERVER_CODES = /^(08\w{3}|57P0[1-3]|53300)$/;
const DRIVER_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|timeout exceeded when trying to connect|Query read timeout|Driver not Connected|Client was closed)/;

/**
 * Whether Postgres was not reachable, as opposed to an order that it refused: the same work may be
 * tried again once it is back. Looks at the causes too.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!isError(error)) return false;
  const code = codeOf(error);
  if (typeof code === 'string' && (SOCKET_CODES.has(code) || SERVER_CODES.test(code))) return true;
  // pg gives these errors no code.
  if (DRIVER_MESSAGES.test(error.message)) return true;
  const { errors = [], cause } = error as { errors?: unknown[]; cause?: unknown };
  return errors.some(isConnectionLost) || isConnectionLost(cause);
}
