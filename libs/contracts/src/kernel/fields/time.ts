import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { all } from './all';

/** A year beyond is a slip of the hand; what holds from the beginning holds from 1970. */
const OF_OUR_TIME = /^(?:19[789]\d|20\d\d)-/;
const WITH_ZONE = /(?:Z|[+-]\d{2}:\d{2})$/;
/** Days reach further back than instants: people were born. */
const MONTH = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/;
const DAY = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** A point in time, ISO 8601, with its zone. */
export const Instant = (description: string): PropertyDecorator =>
  all(
    ApiProperty({
      description: `${description}, ISO 8601 with a zone`,
      format: 'date-time',
      example: '2026-03-02T09:30:00+08:00',
    }),
    IsISO8601({ strict: true, strictSeparator: true }, { message: 'must be an ISO 8601 date and time' }),
    Matches(OF_OUR_TIME, { message: 'must lie in the years 1970 to 2099' }),
    Matches(WITH_ZONE, { message: 'must name its zone, e.g. end with +08:00 or Z' }),
  );

export const OptionalInstant = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({
      description: `${description}, ISO 8601 with a zone`,
      format: 'date-time',
      example: '2026-03-02T09:30:00+08:00',
    }),
    IsOptional(),
    IsISO8601({ strict: true, strictSeparator: true }, { message: 'must be an ISO 8601 date and time' }),
    Matches(OF_OUR_TIME, { message: 'must lie in the years 1970 to 2099' }),
    Matches(WITH_ZONE, { message: 'must name its zone, e.g. end with +08:00 or Z' }),
  );

/** A day in China, YYYY-MM-DD. */
export const Day = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, YYYY-MM-DD`, format: 'date', example: '2026-02-28' }),
    Matches(DAY, { message: 'must be a day written YYYY-MM-DD, of the years 1900 to 2099' }),
    IsISO8601({ strict: true }, { message: 'must be a day of the calendar' }),
  );

export const OptionalDay = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: `${description}, YYYY-MM-DD`, format: 'date', example: '2026-02-28' }),
    IsOptional(),
    Matches(DAY, { message: 'must be a day written YYYY-MM-DD, of the years 1900 to 2099' }),
    IsISO8601({ strict: true }, { message: 'must be a day of the calendar' }),
  );

/** A month in China, YYYY-MM. */
export const Month = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, YYYY-MM`, example: '2026-02' }),
    Matches(MONTH, { message: 'must be a month written YYYY-MM, of the years 1900 to 2099' }),
  );

export const OptionalMonth = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: `${description}, YYYY-MM`, example: '2026-02' }),
    IsOptional(),
    Matches(MONTH, { message: 'must be a month written YYYY-MM, of the years 1900 to 2099' }),
  );
