import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import type { WorkOrderKindDefinition } from '@switchyard/domain';

export interface FieldProblem {
  /** As in the request: `fields.symptoms`. */
  readonly field: string;
  readonly problems: readonly string[];
  /** Nothing was told; everything else was told wrongly. */
  readonly missing: boolean;
}

const STRICT = {
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  formats: { 'date-time': isInstant },
};
const ajv = new Ajv2020({ allErrors: true, ...STRICT });
const COMPILED = new WeakMap<object, ValidateFunction>();

/** Everything in which a kind's own fields differ from the JSON Schema of its definition. */
export function checkFields(
  { fields: schema }: Pick<WorkOrderKindDefinition, 'fields'>,
  fields: Readonly<Record<string, unknown>>,
): readonly FieldProblem[] {
  const validate = compiled(schema);
  if (validate(fields)) return [];
  return (validate.errors ?? []).map(toProblem);
}

/** What is wrong with a JSON Schema itself; undefined when nothing is. */
export function problemOfSchema(schema: Readonly<Record<string, unknown>>): string | undefined {
  try {
    new Ajv2020(STRICT).compile(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
}

function compiled(schema: Readonly<Record<string, unknown>>): ValidateFunction {
  const known = COMPILED.get(schema);
  if (known) return known;
  const validate = ajv.compile(schema);
  COMPILED.set(schema, validate);
  return validate;
}

/** A time of the calendar: neither the 31st of November nor a quarter past 24. */
function isInstant(text: string): boolean {
  if (Number.isNaN(Date.parse(text))) return false;
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function toProblem({ keyword, instancePath, params, message = 'is not valid' }: ErrorObject): FieldProblem {
  const at = `fields${instancePath.replaceAll('/', '.')}`;
  const { missingProperty, additionalProperty, allowedValues } = params as Readonly<Record<string, unknown>>;
  if (keyword === 'required' && typeof missingProperty === 'string')
    return { field: `${at}.${missingProperty}`, problems: ['is missing'], missing: true };
  if (keyword === 'additionalProperties' && typeof additionalProperty === 'string')
    return { field: `${at}.${additionalProperty}`, problems: ['is no field of this kind'], missing: false };
  if (keyword === 'enum' && Array.isArray(allowedValues))
    return { field: at, problems: [`must be one of ${allowedValues.join(', ')}`], missing: false };
  if (keyword === 'pattern' && params['pattern'] === '\\S')
    return { field: at, problems: ['must not be blank'], missing: false };
  if (keyword === 'format')
    return { field: at, problems: ['must be a time of the calendar'], missing: false };
  return { field: at, problems: [message], missing: false };
}
