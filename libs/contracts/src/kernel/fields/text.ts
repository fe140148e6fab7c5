import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { all } from './all';

/** The sender's own name for the thing: the same reference is the same thing, however often it arrives. */
export const Reference = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description, maxLength: 100, example: 'BILL-20260302-000117' }),
    IsString(),
    IsNotEmpty(),
    MaxLength(100),
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

/** Several texts of 1 to `longest` characters. */
export const Texts = (description: string, most: number, longest: number): PropertyDecorator =>
  all(ApiProperty({ description, type: [String], maxItems: most }), texts(most, longest));

export const OptionalTexts = (description: string, most: number, longest: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: [String], maxItems: most }),
    IsOptional(),
    texts(most, longest),
  );

const texts = (most: number, longest: number): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(longest, { each: true }),
  );

export const Id = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, format: 'uuid' }), IsUUID());

export const OptionalId = (description: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, format: 'uuid' }), IsOptional(), IsUUID());
