import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { all } from '../../kernel/fields';

const CODE = /^[a-z][a-z0-9-]{0,29}$/;
const RULE = { message: 'must be 1 to 30 small letters, digits or dashes, the first a letter' };

/** Code of a shift template or work pattern. */
export const RosterCode = (description: string, example: string): PropertyDecorator =>
  all(ApiProperty({ description, example }), Matches(CODE, RULE));

export const OptionalRosterCode = (description: string, example: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, example }), IsOptional(), Matches(CODE, RULE));
