import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { all } from './all';

const E164 = /^\+[1-9]\d{6,14}$/;

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
