import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsNumber, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { all } from '../../kernel/fields';

/** True or false in a body that may be left out. */
export const OptionalBool = (description: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, type: Boolean }), IsOptional(), IsBoolean());

/** Seconds from the begin of a recording. */
export const SecondOf = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, type: Number, minimum: 0 }), IsNumber(), Min(0), Max(86_400));

export const Words = (description: string, words?: readonly string[]): PropertyDecorator =>
  all(
    ApiProperty({ description, type: [String], ...(words && { enum: words, isArray: true }) }),
    IsArray(),
    ...(words ? [IsIn(words, { each: true })] : [IsString({ each: true })]),
  );

const CODE = /^[a-z0-9][a-z0-9-]{0,49}$/;
const CODE_RULE = { message: 'must be 1 to 50 small letters, digits or dashes, the first no dash' };

/** Code of a scorecard, section or item. */
export const Code = (description: string, example = 'inbound'): PropertyDecorator =>
  all(ApiProperty({ description, example }), Matches(CODE, CODE_RULE));

export const OptionalCode = (description: string, example = 'inbound'): PropertyDecorator =>
  all(ApiPropertyOptional({ description, example }), IsOptional(), Matches(CODE, CODE_RULE));
