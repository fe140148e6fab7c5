import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { COMMON_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { fieldProblemsOf, type FieldProblem } from './field-problem';
import { shapeProblems } from './sound-shape';
import { textProblems } from './storable-text';

const RULES = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
};

/** An error that names its fields. */
export function invalid(fields: readonly FieldProblem[]): DomainError {
  const names = [...new Set(fields.map(({ field }) => field))].join(', ');
  return new DomainError(COMMON_ERRORS.invalid, `Correct these fields and send again: ${names}.`, { fields });
}

function assertText(value: unknown): void {
  const problems = textProblems(value);
  if (problems.length > 0) throw invalid(problems);
}

function assertShape(read: unknown): void {
  const problems = shapeProblems(read);
  if (problems.length > 0) throw invalid(problems);
}

class RequestValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') assertText(value);
    const read: unknown = await super.transform(value, metadata);
    assertShape(read);
    return read;
  }
}

/** Checks every body, query and path: that all of it is text, and those that a controller declares by a class. */
export const requestValidation = (): ValidationPipe =>
  new RequestValidation({
    ...RULES,
    transform: true,
    exceptionFactory: (errors: ValidationError[]) => invalid(fieldProblemsOf(errors)),
  });

/** The same check by hand, for a body that was read by hand. @throws DomainError `request.invalid` */
export async function validated<T extends object>(type: new () => T, body: unknown): Promise<T> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid([{ field: 'body', reason: 'must be a JSON object', remedy: 'Send a JSON object.' }]);
  }
  assertText(body);
  const instance = plainToInstance(type, body);
  const errors = await validate(instance, RULES);
  if (errors.length > 0) throw invalid(fieldProblemsOf(errors));
  assertShape(instance);
  return instance;
}
