import { HttpException } from '@nestjs/common';
import { COMMON_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { fieldProblemsIn, FieldProblem } from './field-problem';
import { codeOfStatus, statusOf, TITLES } from './status-table';

/** RFC 9457. `code` is stable: programs decide by it, people read `detail`. */
export class Problem {
  @ApiProperty({ description: 'The code as a URN', example: 'urn:switchyard:problem:batch.not-found' })
  type: string;

  @ApiProperty({ description: 'Short title of the status', example: 'Not found' })
  title: string;

  @ApiProperty({ description: 'HTTP status', type: 'integer', example: 404 })
  status: number;

  @ApiProperty({ description: 'Stable code of the error', example: 'batch.not-found' })
  code: string;

  @ApiProperty({ description: 'What is wrong and what to do about it' })
  detail: string;

  @ApiProperty({ description: 'Path of the request', example: '/api/v1/batches/4711' })
  instance: string;

  @ApiProperty({ description: 'Finds the request in logs and audit' })
  correlationId: string;

  @ApiPropertyOptional({ description: 'The fields that are wrong', type: [FieldProblem] })
  errors?: FieldProblem[];

  @ApiPropertyOptional({ description: 'Data of the error for programs', type: Object })
  details?: Readonly<Record<string, unknown>>;
}

export type ProblemFacts = Pick<Problem, 'code' | 'status' | 'detail' | 'errors' | 'details'>;

const DEFECT: ProblemFacts = {
  code: COMMON_ERRORS.internal,
  status: 500,
  detail: 'The request failed through a defect of ours; the correlation id finds it in the log.',
};

function factsOf(error: unknown): ProblemFacts {
  if (error instanceof DomainError) {
    const { code, message, details } = error;
    const errors = fieldProblemsIn(details);
    return { code, status: statusOf(code), detail: message, errors, details: errors ? undefined : details };
  }
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status >= 500 && status !== 503) return DEFECT;
    return { code: codeOfStatus(status), status, detail: error.message };
  }
  // Plugins of Fastify throw errors that carry nothing but a status.
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    const status = error.statusCode;
    if (status >= 400 && status < 500) return { code: codeOfStatus(status), status, detail: error.message };
  }
  return DEFECT;
}

/** The answer to an error of any kind. Never tells the inside of a defect of ours. */
export function toProblem(error: unknown, path: string, correlationId: string): Problem {
  const { code, status, detail, errors, details } = factsOf(error);
  const title = TITLES[status] ?? 'Error';
  return {
    type: `urn:switchyard:problem:${code}`,
    title,
    status,
    code,
    detail,
    instance: path,
    correlationId,
    ...(errors && { errors }),
    ...(details && { details }),
  };
}
