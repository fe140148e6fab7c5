import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { all } from '../fields';

/** As loose as the codes of departments, which are words here too. */
const WORD = /^[a-z][a-z0-9-]{0,59}$/;
const WORD_RULE = { message: 'must be a word in small letters and digits with hyphens' };
const LIMIT = /^L\d\d$/;

/** A stage, a department's code, a level's name. */
export const Word = (description: string, example: string): PropertyDecorator =>
  all(ApiProperty({ description, example, maxLength: 60 }), Matches(WORD, WORD_RULE));

export const OptionalWord = (description: string, example: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, example, maxLength: 60 }), IsOptional(), Matches(WORD, WORD_RULE));

const LIMIT_RULE = { message: 'must be the number of a limit, L01 to L99' };

export const Limit = (): PropertyDecorator =>
  all(ApiProperty({ description: 'Number of the limit', example: 'L12' }), Matches(LIMIT, LIMIT_RULE));

export const OptionalLimit = (): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: 'Only of this limit', example: 'L12' }),
    IsOptional(),
    Matches(LIMIT, LIMIT_RULE),
  );

export const Level = (description: string): PropertyDecorator =>
  all(ApiProperty({ description, type: 'integer', minimum: 0, maximum: 9 }), IsInt(), Min(0), Max(9));
