import type { MessageClass } from '@switchyard/contracts';
import { type FieldShape, type MessageShape, shapeOf } from './message-shape';

/** Thrown inside, and never told: whoever can say what is wrong with a message is asked then. */
const UNSURE = Symbol('unsure');

/**
 * A message as a checked instance of its class, many times faster than class-validator and class-transformer, which
 * look every decorator up again for each message. It never says what is wrong.
 * @returns undefined when the message is not valid, has an unknown field, or its class is not understood here
 */
export function readByShape<T extends object>(type: MessageClass<T>, plain: object): T | undefined {
  const instance = build(type, plain);
  return instance !== UNSURE && isValid(type, instance) ? (instance as T) : undefined;
}

function build(type: MessageClass<object>, plain: object): object | typeof UNSURE {
  const shape = shapeOf(type);
  if (!shape) return UNSURE;
  const instance = new type() as Record<string, unknown>;
  for (const [name, value] of Object.entries(plain)) {
    const field = shape.get(name);
    if (!field) return UNSURE;
    const converted = convert(field, value);
    if (converted === UNSURE) return UNSURE;
    instance[name] = converted;
  }
  return instance;
}

function convert(field: FieldShape, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const { conversion } = field;
  if (Array.isArray(value) && conversion.kind !== 'copy') return each(value, (item) => convert(field, item));
  switch (conversion.kind) {
    case 'copy':
      return copy(value);
    case 'convert':
      return conversion.to(value);
    case 'nested':
      return isPlain(value) ? build(conversion.type, value) : UNSURE;
  }
}

/** Plain data, all of it new. */
function copy(value: unknown): unknown {
  if (typeof value === 'function') return UNSURE;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return each(value, copy);
  if (!isPlain(value)) return UNSURE;
  const copied: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__' || name === 'constructor') return UNSURE;
    const one = copy(inner);
    if (one === UNSURE) return UNSURE;
    copied[name] = one;
  }
  return copied;
}

function each(items: readonly unknown[], to: (item: unknown) => unknown): unknown {
  const converted: unknown[] = [];
  for (const item of items) {
    const one = to(item);
    if (one === UNSURE) return UNSURE;
    converted.push(one);
  }
  return converted;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isValid(type: MessageClass<object>, instance: object): boolean {
  const shape: MessageShape | undefined = shapeOf(type);
  if (!shape) return false;
  for (const [name, field] of shape) {
    const value = (instance as Record<string, unknown>)[name];
    if (!field.conditions.every((condition) => condition(instance, value))) continue;
    if (!field.checks.every((check) => check(instance, value))) return false;
    if (field.isNested && value !== undefined && !isNestedValid(value)) return false;
  }
  return true;
}

function isNestedValid(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isNestedValid);
  if (typeof value !== 'object' || value === null) return false;
  return isValid(value.constructor as MessageClass<object>, value);
}
