import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';

const NAME = /^[a-z][a-z0-9-]{0,49}$/;
/** A number as the PBX tells it, or `*` for every number that has no row of its own. */
const DIALLED = /^(\*|\+?[0-9]{1,20})$/;

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

/** Name of a call flow, stable over its versions. */
export const FlowName = (): PropertyDecorator =>
  all(
    ApiProperty({ description: 'Name of the call flow', example: 'hotline', pattern: NAME.source }),
    Matches(NAME, { message: 'must be 1 to 50 small letters, digits and dashes, the first a letter' }),
  );

/** Number of a version, counted from 1 for each flow. */
export const VersionNumber = (description = 'Number of the version'): PropertyDecorator =>
  all(
    ApiProperty({ description, type: 'integer', minimum: 1, maximum: 1_000_000 }),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(1_000_000),
  );

export const DialledNumber = (): PropertyDecorator =>
  all(
    ApiProperty({
      description: 'Number as it was dialled; `*` stands for every number that leads nowhere else',
      example: '95598',
    }),
    Matches(DIALLED, { message: 'must be 1 to 20 digits, with or without a leading plus, or *' }),
  );
