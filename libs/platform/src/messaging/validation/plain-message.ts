import { instanceToPlain } from 'class-transformer';
import { shapeOf } from './message-shape';
import type { MessageClass } from '@switchyard/contracts';

const UNSURE = Symbol('unsure');

/** A message as plain data, all of it new: what `instanceToPlain` makes of it, without asking it where nothing is special. */
export function plainMessage(message: object): unknown {
  const plain = plainOf(message);
  return plain === UNSURE ? instanceToPlain(message) : plain;
}

function plainOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? UNSURE : value;
  if (Array.isArray(value)) {
    const items = value.map(plainOf);
    return items.includes(UNSURE) ? UNSURE : items;
  }
  if (value instanceof Date) return new Date(value);
  if (!hasPlainFields(value)) return UNSURE;
  const plain: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__' || name === 'constructor') return UNSURE;
    const one = plainOf(inner);
    if (one === UNSURE) return UNSURE;
    plain[name] = one;
  }
  return plain;
}

/** Literals, and instances of classes whose decorators change nothing on the way out. */
function hasPlainFields(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null || prototype === Object.prototype) return true;
  const type = value.constructor as MessageClass<object>;
  return typeof type === 'function' && (shapeOf(type)?.size ?? 0) > 0;
}
