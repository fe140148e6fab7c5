import { getMetadataStorage, IS_OPTIONAL, ValidationTypes } from 'class-validator';
import type { FieldProblem } from './field-problem';

type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/**
 * What class-validator lets pass though no service expects it: null in an optional field, and a list where one object of
 * a list belongs. Fields that may be null say so by another condition than `IsOptional`.
 * @param instance of a class with rules, already valid by them
 */
export function shapeProblems(instance: unknown, path = ''): FieldProblem[] {
  if (Array.isArray(instance)) return instance.flatMap((item, at) => shapeProblems(item, `${path}.${at}`));
  if (typeof instance !== 'object' || instance === null) return [];
  const rules = rulesOf(instance);
  if (rules.length === 0) return [];
  return Object.entries(instance).flatMap(([name, value]: [string, unknown]) => {
    const field = path === '' ? name : `${path}.${name}`;
    const own = rules.filter(({ propertyName }) => propertyName === name);
    if (value === null && own.some((rule) => rule.name === IS_OPTIONAL)) return [nullProblem(field)];
    if (!own.some(({ type }) => type === ValidationTypes.NESTED_VALIDATION)) return [];
    const lists = Array.isArray(value) ? value.flatMap((item, at) => (Array.isArray(item) ? [at] : [])) : [];
    return lists.length > 0 ? lists.map((at) => listProblem(`${field}.${at}`)) : shapeProblems(value, field);
  });
}

const rulesOf = (instance: object): Rules =>
  getMetadataStorage().getTargetValidationMetadatas(instance.constructor, '', false, false);

const nullProblem = (field: string): FieldProblem => ({
  field,
  reason: 'must not be null',
  remedy: 'Leave the field out, or give it a value.',
});

const listProblem = (field: string): FieldProblem => ({
  field,
  reason: 'must be an object, not a list',
  remedy: 'Send an object.',
});
