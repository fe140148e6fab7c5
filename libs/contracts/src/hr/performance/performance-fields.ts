import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { all } from '../../kernel/fields';

const PERIOD = /^\d{4}-(Q[1-4]|H[12])$|^\d{4}$/;

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
