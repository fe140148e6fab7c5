import { types } from 'node:util';
import { isError } from '../errors';
import { maskPhone, maskText } from './mask';

const SECRET_KEY =
  /pass(word|wd|code)?$|secret|(^|_|[a-z])tokens?$|^tokens?$|authorization|cookie|api_?key|private_?key|^pin$|^keyed$/i;
const PHONE_KEY = /phone|mobile|msisdn|^number$|^(from|to|callee|caller)(number|id)?$/i;
const DIALLABLE = /^\+?[\d\s()-]{7,}$/;
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;

/** A copy fit for a log: secrets redacted, telephone numbers masked, errors spelled out, depth limited. */
export function sanitize(value: unknown, key = '', depth = 0): unknown {
  if (SECRET_KEY.test(key) && value !== undefined && value !== null) return '[redacted]';
  switch (typeof value) {
    case 'string':
      return PHONE_KEY.test(key) && DIALLABLE.test(value) ? maskPhone(value) : maskText(value);
    case 'number':
      return PHONE_KEY.test(key) && value >= 1e6 ? maskPhone(String(value)) : value;
    case 'bigint':
      return maskText(value.toString());
    case 'object':
      return value === null ? null : sanitizeObject(value, key, depth);
    case 'function':
    case 'symbol':
      return undefined;
    case 'boolean':
    case 'undefined':
      return value;
  }
}

function sanitizeObject(value: object, key: string, depth: number): unknown {
  if (isError(value)) return sanitizeError(value, depth);
  if (types.isDate(value)) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
  if (depth >= MAX_DEPTH) return '[deep]';
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`;
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_ITEMS).map((item) => sanitize(item, key, depth + 1));
    return value.length > MAX_ITEMS ? [...items, `[${value.length - MAX_ITEMS} more]`] : items;
  }
  if (value instanceof Map || value instanceof Set) return sanitizeObject([...value], key, depth);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [maskText(name), sanitize(item, name, depth + 1)]),
  );
}

function sanitizeError(error: Error, depth: number): object {
  const { code, details, cause } = error as Error & { code?: unknown; details?: unknown };
  return {
    type: error.name,
    message: maskText(error.message),
    stack: error.stack === undefined ? undefined : maskText(error.stack),
    ...(code === undefined ? {} : { code }),
    ...(details === undefined ? {} : { details: sanitize(details, '', depth + 1) }),
    ...(cause === undefined || depth >= MAX_DEPTH ? {} : { cause: sanitize(cause, '', depth + 1) }),
  };
}
