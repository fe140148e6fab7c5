import type { MessageClass } from '@switchyard/contracts';
import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage, type ValidationArguments, ValidationTypes } from 'class-validator';

type ClassMetadata = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number];

/** What is done to a value on its way in: copied, converted, or made an instance of a class of its own. */
export type Conversion =
  | { readonly kind: 'copy' }
  | { readonly kind: 'convert'; readonly to: (value: unknown) => unknown }
  | { readonly kind: 'nested'; readonly type: MessageClass<object> };

export interface FieldShape {
  readonly conversion: Conversion;
  readonly isNested: boolean;
  /** The field is looked at when all of these hold, e.g. `IsOptional`. */
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly checks: readonly ((object: object, value: unknown) => boolean)[];
}

/** A class of messages as its decorators describe it, read once. */
export type MessageShape = ReadonlyMap<string, FieldShape>;

const shapes = new Map<MessageClass<object>, MessageShape | undefined>();

/**
 * The shape of a class; undefined when its decorators say something that is not understood here: then class-validator
 * and class-transformer have to do it themselves.
 */
export function shapeOf(type: MessageClass<object>): MessageShape | undefined {
  if (!shapes.has(type)) shapes.set(type, readShape(type));
  return shapes.get(type);
}

const PRIMITIVES = new Map<unknown, (value: unknown) => unknown>([
  [String, String],
  [Number, Number],
  [Boolean, Boolean],
  [Date, (value) => new Date(value as string)],
]);

function readShape(type: MessageClass<object>): MessageShape | undefined {
  if (defaultMetadataStorage.getExposedMetadatas(type).length > 0) return undefined;
  if (defaultMetadataStorage.getExcludedMetadatas(type).length > 0) return undefined;
  const byName = new Map<string, ClassMetadata[]>();
  // As `validate` asks for them when it is given no groups.
  for (const metadata of getMetadataStorage().getTargetValidationMetadatas(type, '', false, false)) {
    byName.set(metadata.propertyName, [...(byName.get(metadata.propertyName) ?? []), metadata]);
  }
  const shape = new Map<string, FieldShape>();
  for (const [name, metadatas] of byName) {
    const field = readField(type, name, metadatas);
    if (!field) return undefined;
    shape.set(name, field);
  }
  // What the constructor sets by itself must be known, or the whitelist would see to it.
  return Object.keys(new type()).every((name) => shape.has(name)) ? shape : undefined;
}

function readField(
  type: MessageClass<object>,
  name: string,
  metadatas: readonly ClassMetadata[],
): FieldShape | undefined {
  if (defaultMetadataStorage.findTransformMetadatas(type, name, TransformationType.PLAIN_TO_CLASS).length > 0)
    return undefined;
  const conversion = readConversion(type, name);
  const isNested = metadatas.some((metadata) => metadata.type === ValidationTypes.NESTED_VALIDATION);
  if (!conversion || (conversion.kind === 'nested') !== isNested) return undefined;
  const conditions: FieldShape['conditions'][number][] = [];
  const checks: FieldShape['checks'][number][] = [];
  for (const metadata of metadatas) {
    switch (metadata.type) {
      case ValidationTypes.CONDITIONAL_VALIDATION:
        conditions.push((object, value) => Boolean(conditionOf(metadata)(object, value)));
        break;
      case ValidationTypes.CUSTOM_VALIDATION:
      case ValidationTypes.IS_DEFINED: {
        const check = readCheck(metadata);
        if (!check) return undefined;
        checks.push(check);
        break;
      }
      case ValidationTypes.NESTED_VALIDATION:
      case ValidationTypes.WHITELIST:
        break;
      default:
        return undefined;
    }
  }
  return { conversion, isNested, conditions, checks };
}

function conditionOf({ constraints }: ClassMetadata): (object: object, value: unknown) => unknown {
  return constraints[0] as (object: object, value: unknown) => unknown;
}

function readConversion(type: MessageClass<object>, name: string): Conversion | undefined {
  const metadata = defaultMetadataStorage.findTypeMetadata(type, name);
  if (!metadata) return { kind: 'copy' };
  if (metadata.options?.discriminator !== undefined) return undefined;
  const reflected: unknown = metadata.reflectedType;
  if (reflected === Map || reflected === Set) return undefined;
  // Classes are named by functions that look at nothing.
  const named: unknown = metadata.typeFunction?.({ newObject: {}, object: {}, property: name });
  const to = PRIMITIVES.get(named);
  if (to) return { kind: 'convert', to };
  return typeof named === 'function' ? { kind: 'nested', type: named as MessageClass<object> } : undefined;
}

function readCheck(metadata: ClassMetadata): FieldShape['checks'][number] | undefined {
  const { constraintCls, constraints, propertyName: property, validateIf, each } = metadata;
  const rules = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  if (rules.length === 0 || rules.some(({ async }) => async)) return undefined;
  const holds = (value: unknown, given: ValidationArguments): boolean =>
    // A promise is no `true`: whoever answers later is asked by class-validator.
    rules.every(({ instance }) => instance.validate(value, given) === true);
  return (object, value) => {
    if (validateIf && !validateIf(object, value)) return true;
    const given = { targetName: object.constructor.name, property, object, value, constraints };
    if (!each || !Array.isArray(value)) return holds(value, given);
    return value.every((item) => holds(item, given));
  };
}
