import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsISO8601,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const E164 = /^\+[1-9]\d{6,14}$/;
/** A year beyond is a slip of the hand; what holds from the beginning holds from 1970. */
const OF_OUR_TIME = /^(?:19[789]\d|20\d\d)-/;
const WITH_ZONE = /(?:Z|[+-]\d{2}:\d{2})$/;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** 100 million yuan: far above any bill, far below what a double holds exactly. */
const MAX_AMOUNT_FEN = 10_000_000_000;

export const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

/** Money in whole fen, 1 to 10,000,000,000. */
export const AmountFen = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, in fen`, type: 'integer', minimum: 1, example: 12050 }),
    IsInt({ message: 'must be a whole number of fen' }),
    Min(1, { message: 'must be at least 1 fen' }),
    Max(MAX_AMOUNT_FEN, { message: `must be at most ${MAX_AMOUNT_FEN} fen` }),
  );

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

/** Money in whole fen, `from` to 10,000,000,000; below 0 is credit. */
export const Fen = (description: string, from = 0): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, in fen`, type: 'integer', minimum: from, example: 6850 }),
    IsInt({ message: 'must be a whole number of fen' }),
    Min(from, { message: `must be at least ${from} fen` }),
    Max(MAX_AMOUNT_FEN, { message: `must be at most ${MAX_AMOUNT_FEN} fen` }),
  );

/** The lowest balance: a hundred million yuan of credit. */
export const LOWEST_BALANCE_FEN = -MAX_AMOUNT_FEN;

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
    Matches(DAY, { message: 'must be a day written YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { message: 'must be a day of the calendar' }),
  );

export const OptionalDay = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: `${description}, YYYY-MM-DD`, format: 'date', example: '2026-02-28' }),
    IsOptional(),
    Matches(DAY, { message: 'must be a day written YYYY-MM-DD' }),
    IsISO8601({ strict: true }, { message: 'must be a day of the calendar' }),
  );

/** The sender's own name for the thing: the same reference is the same thing, however often it arrives. */
export const Reference = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description, maxLength: 100, example: 'BILL-20260302-000117' }),
    IsString(),
    IsNotEmpty(),
    MaxLength(100),
  );

export const Phone = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, E.164`, example: '+8613900010001' }),
    Matches(E164, { message: 'must be an E.164 number such as +8613900010001' }),
  );

/** Blanks alone say nothing. */
const NotBlank = (): PropertyDecorator => Matches(/\S/, { message: 'must not be blank' });

/** A text of 1 to `max` characters that may be left out. */
export const OptionalText = (description: string, max: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, maxLength: max }),
    IsOptional(),
    IsString(),
    NotBlank(),
    MaxLength(max),
  );

export const RequiredText = (description: string, max: number): PropertyDecorator =>
  all(ApiProperty({ description, maxLength: max }), IsString(), NotBlank(), MaxLength(max));

export const OptionalPhone = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: `${description}, E.164`, example: '+8613900010001' }),
    IsOptional(),
    Matches(E164, { message: 'must be an E.164 number such as +8613900010001' }),
  );

export const Phones = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, E.164`, type: [String], example: ['+8613900010001'] }),
    Matches(E164, { each: true, message: 'each must be an E.164 number such as +8613900010001' }),
  );

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

/** A month in China, YYYY-MM. */
export const Month = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, YYYY-MM`, example: '2026-02' }),
    Matches(MONTH, { message: 'must be a month written YYYY-MM' }),
  );

export const OptionalMonth = (description: string): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: `${description}, YYYY-MM`, example: '2026-02' }),
    IsOptional(),
    Matches(MONTH, { message: 'must be a month written YYYY-MM' }),
  );
