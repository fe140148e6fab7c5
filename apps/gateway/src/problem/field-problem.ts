import { ApiProperty } from '@nestjs/swagger';
import type { ValidationError } from 'class-validator';

export class FieldProblem {
  @ApiProperty({ description: 'Path of the field', example: 'rows.0.amountFen' })
  field: string;

  @ApiProperty({ description: 'What is wrong with it', example: 'must be a whole number of fen' })
  reason: string;

  @ApiProperty({ description: 'What to do about it', example: 'Correct the value of amountFen.' })
  remedy: string;
}

/** What to do about a broken constraint, where its own words do not say it. */
function remedyFor(constraint: string, field: string): string {
  switch (constraint) {
    case 'whitelistValidation':
      return `Leave ${field} out, or correct the spelling of its name.`;
    case 'isNotEmpty':
    case 'isDefined':
      return `Send a value for ${field}.`;
    case 'isInt':
    case 'isNumber':
      return `Send ${field} as a JSON number without quotes.`;
    case 'isBoolean':
      return `Send ${field} as true or false, without quotes.`;
    default:
      return `Correct the value of ${field}.`;
  }
}

/** One entry for each broken constraint, nested fields with their path. */
export function fieldProblemsOf(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, reason]) => ({
      field,
      reason: constraint === 'whitelistValidation' ? 'is not a field of this request' : reason,
      remedy: remedyFor(constraint, field),
    }));
    return [...own, ...fieldProblemsOf(error.children ?? [], field)];
  });
}

/** Field problems that a service reported: `details.fields`, a list or a map from field to reasons. */
export function fieldProblemsIn(
  details: Readonly<Record<string, unknown>> | undefined,
): FieldProblem[] | undefined {
  const fields = details?.['fields'];
  if (Array.isArray(fields)) return fields.map(fromReported);
  if (typeof fields !== 'object' || fields === null) return undefined;
  return Object.entries(fields).map(([field, reason]: [string, unknown]) => fromReported({ field, reason }));
}

function fromReported(reported: unknown): FieldProblem {
  const { field, reason, remedy, message, problems } = (reported ?? {}) as Record<string, unknown>;
  const name = typeof field === 'string' ? field : 'request';
  return {
    field: name,
    reason: asText(reason ?? message ?? problems),
    remedy: typeof remedy === 'string' ? remedy : remedyFor('', name),
  };
}

function asText(reason: unknown): string {
  if (typeof reason === 'string') return reason;
  return Array.isArray(reason) ? reason.map(asText).join('; ') : 'is not valid';
}
