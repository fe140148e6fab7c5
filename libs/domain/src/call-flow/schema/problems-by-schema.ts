import { SPOKEN_LANGUAGES } from '../../speech';
import type { FlowProblem, FlowProblemCode } from '../document/flow-problem';
import type { JsonSchema } from './json-schema';

type Complain = (path: string, code: FlowProblemCode, remedy: string) => void;

/** Everything in which a value differs from its schema; the code tells faults apart that have a name of their own. */
export function problemsBySchema(schema: JsonSchema, value: unknown): FlowProblem[] {
  const problems: FlowProblem[] = [];
  check(schema, value, '', (path, code, remedy) =>
    problems.push({ path: path === '' ? '(document)' : path, code, remedy }),
  );
  return problems;
}

function check(schema: JsonSchema, value: unknown, path: string, complain: Complain): void {
  if (schema.type !== undefined && !isOfType(schema.type, value))
    return complain(path, 'malformed', `must be ${NAMES[schema.type]}`);
  if (schema.const !== undefined && value !== schema.const)
    return complain(path, path === 'format' ? 'unknown-format' : 'malformed', `must be ${schema.const}`);
  if (typeof value === 'string') checkText(schema, value, path, complain);
  if (typeof value === 'number') checkNumber(schema, value, path, complain);
  if (Array.isArray(value)) checkList(schema, value, path, complain);
  else if (isRecord(value)) checkRecord(schema, value, path, complain);
}

const NAMES: Readonly<Record<NonNullable<JsonSchema['type']>, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

function isOfType(type: NonNullable<JsonSchema['type']>, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

function checkText(schema: JsonSchema, value: string, path: string, complain: Complain): void {
  if (schema.enum && !schema.enum.includes(value)) {
    const code = path.endsWith('.what') ? 'unknown-look-up' : 'unknown-word';
    complain(path, code, `"${value}" is not known: use one of ${schema.enum.join(', ')}`);
  }
  const length = Array.from(value).length;
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity))
    complain(path, 'malformed', `must have ${schema.minLength ?? 0} to ${schema.maxLength} characters`);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
    complain(path, 'malformed', `"${value}" must look like ${schema.pattern}`);
}

function checkNumber(schema: JsonSchema, value: number, path: string, complain: Complain): void {
  if (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))
    complain(path, 'out-of-range', `must be from ${schema.minimum} to ${schema.maximum}`);
}

function checkList(schema: JsonSchema, value: readonly unknown[], path: string, complain: Complain): void {
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity))
    complain(path, 'malformed', `must have ${schema.minItems} to ${schema.maxItems} items`);
  const { items } = schema;
  if (items) value.forEach((item, index) => check(items, item, `${path}[${index}]`, complain));
}

function checkRecord(
  schema: JsonSchema,
  value: Readonly<Record<string, unknown>>,
  path: string,
  complain: Complain,
): void {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  const fields = Object.keys(value);
  if (schema.oneOf) return checkKinds(schema.oneOf, value, path, complain);
  for (const field of schema.required ?? [])
    if (!fields.includes(field)) complainMissing(field, at(field), complain);
  if (fields.length < (schema.minProperties ?? 0) || fields.length > (schema.maxProperties ?? Infinity))
    complain(path, 'malformed', `must have ${schema.minProperties} to ${schema.maxProperties} entries`);
  for (const field of fields) {
    if (schema.propertyNames) check(schema.propertyNames, field, at(field), complain);
    const known = Object.hasOwn(schema.properties ?? {}, field) ? schema.properties?.[field] : undefined;
    const other = schema.additionalProperties;
    if (known) check(known, value[field], at(field), complain);
    else if (other === false) complain(at(field), 'malformed', unknownField(schema));
    else if (other) check(other, value[field], at(field), complain);
  }
}

function checkKinds(
  kinds: readonly JsonSchema[],
  value: Readonly<Record<string, unknown>>,
  path: string,
  complain: Complain,
): void {
  const nameOf = (schema: JsonSchema) => schema.properties?.['kind']?.const;
  const kind = kinds.find((schema) => nameOf(schema) === value['kind']);
  if (kind) return check(kind, value, path, complain);
  complain(`${path}.kind`, 'unknown-kind', `must be one of ${kinds.map(nameOf).join(', ')}`);
}

function complainMissing(field: string, path: string, complain: Complain): void {
  if (SPOKEN_LANGUAGES.some((language) => language === field))
    return complain(path, 'missing-language', 'must be said in this language too');
  complain(path, 'malformed', 'is missing');
}

function unknownField(schema: JsonSchema): string {
  return `is not a field here; known are ${Object.keys(schema.properties ?? {}).join(', ')}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
