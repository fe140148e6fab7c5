import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { all } from './all';

const whole = (least: number, most: number): PropertyDecorator =>
  all(
    Type(() => Number),
    IsInt(),
    Min(least),
    Max(most),
  );

/** A whole number, both ends included; in a query string too. */
export const Whole = (description: string, least: number, most: number): PropertyDecorator =>
  all(ApiProperty({ description, type: 'integer', minimum: least, maximum: most }), whole(least, most));

export const OptionalWhole = (description: string, least: number, most: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: 'integer', minimum: least, maximum: most }),
    IsOptional(),
    whole(least, most),
  );

/** How many there are. */
export const Count = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, type: 'integer', minimum: 0 }), IsInt(), Min(0));

/** A number with decimals, both ends included. */
export const Bounded = (description: string, least: number, most: number): PropertyDecorator =>
  all(
    ApiProperty({ description, type: Number, minimum: least, maximum: most }),
    IsNumber(),
    Min(least),
    Max(most),
  );

/** A number that was reckoned. */
export const Figure = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, type: Number }), IsNumber());

export const OptionalFigure = (description: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, type: Number }), IsOptional(), IsNumber());
