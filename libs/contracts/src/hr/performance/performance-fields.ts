import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, Matches } from 'class-validator';
import { all } from '../../kernel/fields';

const STAFF_NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;
const RULE = { message: 'must be 1 to 20 letters, digits or dashes, the first a letter or digit' };
const PERIOD = /^\d{4}-(Q[1-4]|H[12])$|^\d{4}$/;

/** Several staff numbers. */
export const OptionalStaffNumbers = (description: string, most: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: [String], maxItems: most }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    Matches(STAFF_NUMBER, { ...RULE, each: true }),
  );

/** A quarter (2026-Q3), a half-year (2026-H2) or a year (2026). */
export const Period = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description, example: '2026-H2' }),
    Matches(PERIOD, { message: 'must be written YYYY, YYYY-H1 or YYYY-Q1' }),
  );

export const OptionalPeriod = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, example: '2026-Q3' }),
    IsOptional(),
    Matches(PERIOD, { message: 'must be written YYYY, YYYY-H1 or YYYY-Q1' }),
  );
