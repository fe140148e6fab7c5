import type { FieldProblem } from './field-problem';

/** The character NUL, or half of a character of two parts: no database takes them. */
const isNoText = (text: string): boolean => text.includes('\u0000') || /\p{Surrogate}/u.test(text);

/** Every text below a request's value, keys too, that holds what is no text; with the path of its field. */
export function textProblems(value: unknown, field = ''): FieldProblem[] {
  if (typeof value === 'string') return isNoText(value) ? [problemOf(field === '' ? 'body' : field)] : [];
  if (Array.isArray(value)) return value.flatMap((each, index) => textProblems(each, below(field, index)));
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    isNoText(key) ? [problemOf(field === '' ? 'body' : field)] : textProblems(each, below(field, key)),
  );
}

const below = (field: string, key: string | number): string =>
  field === '' ? String(key) : `${field}.${key}`;

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A parsed query string has a prototype of its own, with nothing above it.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const problemOf = (field: string): FieldProblem => ({
  field,
  reason: 'must be text without the character NUL and without halves of characters',
  remedy: `Send ${field} as UTF-8, without control characters.`,
});
