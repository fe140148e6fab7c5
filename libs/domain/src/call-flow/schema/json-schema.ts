/** The part of JSON Schema (draft 2020-12) that call-flow documents need; `problemsBySchema` understands all of it. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Told apart by the `const` of their property `kind`. */
  readonly oneOf?: readonly JsonSchema[];
}

type Fields = Readonly<Record<string, JsonSchema>>;

/** An object with these fields and no others. */
export function record(required: Fields, optional: Fields = {}, description?: string): JsonSchema {
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

export const list = (items: JsonSchema, minItems: number, maxItems: number): JsonSchema => ({
  type: 'array',
  items,
  minItems,
  maxItems,
});

export const text = (maxLength: number, description?: string): JsonSchema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  ...(description === undefined ? {} : { description }),
});

export const word = (pattern: string, description: string): JsonSchema => ({
  type: 'string',
  pattern,
  description,
});

export const oneOfWords = (words: readonly string[], description: string): JsonSchema => ({
  type: 'string',
  enum: words,
  description,
});

export const whole = (minimum: number, maximum: number, description: string): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
  description,
});

export const flag = (description: string): JsonSchema => ({ type: 'boolean', description });
