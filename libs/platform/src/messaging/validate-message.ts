import { COMMON_ERRORS, type MessageClass } from '@switchyard/contracts';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError, type ValidatorOptions } from 'class-validator';
import { DomainError } from '../errors';
import { readByShape } from './validation/read-by-shape';

export interface FieldProblem {
  /** Path of the field, e.g. `contacts.3.phone`. */
  readonly field: string;
  readonly problems: readonly string[];
}

/**
 * A request or payload as an instance of its class; unknown fields are refused.
 * @throws DomainError request.invalid with `details.fields`
 */
export function parseMessage<T extends object>(type: MessageClass<T>, plain: unknown): Promise<T> {
  return parse(type, plain, { whitelist: true, forbidNonWhitelisted: true });
}

/**
 * A reply as an instance of its class. Fields that a newer version of the other side added are dropped.
 * @throws DomainError request.invalid with `details.fields`
 */
export function parseReply<T extends object>(type: MessageClass<T>, plain: unknown): Promise<T> {
  return parse(type, plain, { whitelist: true });
}

async function parse<T extends object>(
  type: MessageClass<T>,
  plain: unknown,
  options: ValidatorOptions,
): Promise<T> {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    throw invalid(type.name, [{ field: '', problems: ['must be an object'] }]);
  }
  const sound = readByShape(type, plain);
  if (sound !== undefined) return sound;
  const instance = plainToInstance(type, plain);
  const errors = await validate(instance, { forbidUnknownValues: false, ...options });
  if (errors.length > 0) throw invalid(type.name, flatten(errors));
  return instance;
}

function invalid(name: string, fields: readonly FieldProblem[]): DomainError {
  const summary = fields.map(({ field, problems }) => `${field} ${problems.join(', ')}`.trim()).join('; ');
  return new DomainError(COMMON_ERRORS.invalid, `${name}: ${summary}`, { fields });
}

function flatten(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = `${prefix}${error.property}`;
    const nested = flatten(error.children ?? [], `${field}.`);
    const problems = Object.values(error.constraints ?? {});
    return problems.length > 0 ? [{ field, problems }, ...nested] : nested;
  });
}
