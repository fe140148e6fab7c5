import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { all, Month, OptionalMonth } from '../kernel/fields';

export * from '../kernel/fields';

/** Letters, digits, `-`, `_` and `.`; what billing systems use as the number of an account. */
const ACCOUNT_NO = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
export const AREA_CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/;
export const AREA_CODE_RULE = {
  message: 'must be 1 to 20 letters, digits, dashes or underscores, the first a letter or digit',
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

export const AreaCode = (): PropertyDecorator =>
  all(
    ApiProperty({ description: 'Code of the area', example: '320102' }),
    Matches(AREA_CODE, AREA_CODE_RULE),
  );

export const OptionalAreaCode = (): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description: 'Code of the area', example: '320102' }),
    IsOptional(),
    Matches(AREA_CODE, AREA_CODE_RULE),
  );

export const BillMonth = (): PropertyDecorator => Month('Month of the bill');

export const OptionalBillMonth = (): PropertyDecorator => OptionalMonth('Month of the bill');
