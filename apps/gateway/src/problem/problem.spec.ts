import { BadRequestException, InternalServerErrorException, PayloadTooLargeException } from '@nestjs/common';
import { DomainError } from '@switchyard/platform';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { toProblem } from './problem';
import { validated } from './validate';

const problemOf = (error: unknown) => toProblem(error, '/api/v1/things', 'correlation-1');

class Inner {
  @IsInt()
  count: number;
}

class Outer {
  @IsString()
  name: string;

  @ValidateNested({ each: true })
  @Type(() => Inner)
  rows: Inner[];
}

describe('errors as problem+json', () => {
  it("keeps a service's code, message and details", () => {
    expect(problemOf(new DomainError('batch.not-found', 'There is no batch 1.', { batchId: '1' }))).toEqual({
      type: 'urn:switchyard:problem:batch.not-found',
      title: 'Not found',
      status: 404,
      code: 'batch.not-found',
      detail: 'There is no batch 1.',
      instance: '/api/v1/things',
      correlationId: 'correlation-1',
      details: { batchId: '1' },
    });
  });

  it('tells nothing of the inside of a defect', () => {
    for (const defect of [
      new TypeError('secret of foo'),
      new InternalServerErrorException('secret'),
      'secret',
    ]) {
      const problem = problemOf(defect);
      expect(problem).toMatchObject({ status: 500, code: 'service.internal-error' });
      expect(JSON.stringify(problem)).not.toContain('secret');
    }
  });

  it('gives errors of the server itself their own codes', () => {
    expect(problemOf(new PayloadTooLargeException('too big'))).toMatchObject({
      status: 413,
      code: 'request.too-large',
    });
    expect(problemOf(new BadRequestException('bad'))).toMatchObject({
      status: 400,
      code: 'request.malformed',
    });
    expect(problemOf(Object.assign(new Error('slow down'), { statusCode: 429 }))).toMatchObject({
      status: 429,
      code: 'request.rate-limited',
    });
  });

  it('names each wrong field with reason and remedy, nested ones by their path', async () => {
    const error: unknown = await validated(Outer, {
      name: 1,
      rows: [{ count: 1 }, { count: 'x' }],
      extra: 1,
    }).catch((thrown: unknown) => thrown);
    expect(problemOf(error)).toMatchObject({
      status: 400,
      code: 'request.invalid',
      errors: [
        {
          field: 'extra',
          reason: 'is not a field of this request',
          remedy: expect.stringContaining('extra'),
        },
        { field: 'name', reason: 'name must be a string', remedy: 'Correct the value of name.' },
        { field: 'rows.1.count', remedy: 'Send rows.1.count as a JSON number without quotes.' },
      ],
    });
  });

  it('passes on the fields that a service named', () => {
    const error = new DomainError('request.invalid', 'No.', {
      fields: [{ field: 'a', reason: 'must be b' }],
    });
    expect(problemOf(error).errors).toEqual([
      { field: 'a', reason: 'must be b', remedy: 'Correct the value of a.' },
    ]);
  });
});
