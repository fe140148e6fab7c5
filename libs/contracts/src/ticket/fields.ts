import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
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

/** Letters, digits, `-`, `_` and `.`; what billing systems use as the number of an account. */
const ACCOUNT_NO = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
const E164 = /^\+[1-9]\d{6,14}$/;
const WITH_ZONE = /(?:Z|[+-]\d{2}:\d{2})$/;
const BILL_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** 100 million yuan: far above any bill, far below what a double holds exactly. */
const MAX_AMOUNT_FEN = 10_000_000_000;

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

export const AccountNo = (): PropertyDecorator =>
  all(
    ApiProperty({ description: 'Number of the customer account', example: '5100123456' }),
    Matches(ACCOUNT_NO, {
      message: 'must be 1 to 32 letters, digits, dots, dashes or underscores, the first a letter or digit',
    }),
  );

export const OptionalAccountNo = (): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: 'Number of the customer account', example: '5100123456' }),
    IsOptional(),
    Matches(ACCOUNT_NO, {
      message: 'must be 1 to 32 letters, digits, dots, dashes or underscores, the first a letter or digit',
    }),
  );

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
    Matches(WITH_ZONE, { message: 'must name its zone, e.g. end with +08:00 or Z' }),
  );

export const OptionalBillMonth = (): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: 'Month of the bill, YYYY-MM', example: '2026-02' }),
    IsOptional(),
    Matches(BILL_MONTH, { message: 'must be a month written YYYY-MM' }),
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
