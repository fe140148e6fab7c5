import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { all } from './all';

/** True or false that may be left out; in a query string too. */
export const OptionalFlag = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: Boolean }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean({ message: 'must be true or false' }),
  );

export const Flag = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, type: Boolean }), IsBoolean());

/** One of these words. */
export const OneOf = (description: string, words: readonly string[]): PropertyDecorator =>
  all(ApiProperty({ description, enum: words }), IsIn(words));

export const OptionalOneOf = (description: string, words: readonly string[]): PropertyDecorator =>
  all(ApiPropertyOptional({ description, enum: words }), IsOptional(), IsIn(words));
