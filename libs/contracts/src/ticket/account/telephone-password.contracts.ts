import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { AccountNo, OptionalInstant, Reference } from '../fields';
import { CustomerSummary } from './account.view';

/** Stable codes of what can stop a telephone password. */
export const TELEPHONE_PASSWORD_ERRORS = {
  /** Not 6 to 8 digits, or too easy to guess; `details.reason` says why. The password itself is never told. */
  weak: 'telephone-password.weak',
  /** Too many are being checked at this moment; nothing was counted. Ask again in a second. */
  busy: 'telephone-password.busy',
} as const;

export const PASSWORD_RESULTS = ['verified', 'wrong', 'locked'] as const;
export type PasswordResult = (typeof PASSWORD_RESULTS)[number];

export class VerifyTelephonePasswordRequest {
  @AccountNo()
  accountNo: string;

  @ApiProperty({ description: 'What was keyed; kept nowhere', maxLength: 32 })
  @IsString()
  @MaxLength(32)
  password: string;

  @Reference('The call that asks, e.g. call:<call id>; kept with the count of failures')
  reference: string;
}

export class TelephonePasswordVerdict {
  @ApiProperty({ description: 'What came of it', enum: PASSWORD_RESULTS })
  @IsIn(PASSWORD_RESULTS)
  result: PasswordResult;

  @ApiPropertyOptional({ description: 'After `wrong`: tries before the account is locked', type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(1)
  triesLeft?: number;

  @OptionalInstant('After `locked`: until when telephone access of the account is locked')
  lockedUntil?: string;

  @ApiPropertyOptional({ description: 'After `verified`: the account', type: CustomerSummary })
  @IsOptional()
  @ValidateNested()
  @Type(() => CustomerSummary)
  account?: CustomerSummary;
}

/**
 * Checks what a caller keyed (T1.4). An account that is unknown, or has no password, answers as a wrong
 * password does, in the same time, and is locked alike. The failure that spends the last try answers `locked`.
 */
export const VerifyTelephonePassword = operation({
  subject: 'ticket.command.verify-telephone-password.v1',
  request: VerifyTelephonePasswordRequest,
  reply: TelephonePasswordVerdict,
  errors: [TELEPHONE_PASSWORD_ERRORS.busy],
});

export class SetTelephonePasswordRequest {
  @AccountNo()
  accountNo: string;

  @ApiProperty({
    description:
      '6 to 8 digits; not all the same, no run up or down, no repeated pattern, no part of the account number or a bound number',
    minLength: 1,
    maxLength: 32,
    writeOnly: true,
  })
  @IsString()
  @MinLength(1)
  @MaxLength(32)
  password: string;
}

export class TelephoneAccessRequest {
  @AccountNo()
  accountNo: string;
}

export class TelephoneAccessView {
  @AccountNo()
  accountNo: string;

  @ApiProperty({ description: 'Whether the account has a telephone password' })
  @IsBoolean()
  passwordSet: boolean;

  @OptionalInstant('When the password was set')
  passwordSetAt?: string;

  @ApiProperty({ description: 'Failures since the last success', type: 'integer' })
  @IsInt()
  @Min(0)
  failures: number;

  @OptionalInstant('Until when telephone access is locked')
  lockedUntil?: string;
}

/** Sets the password, or another one; lifts a lock. */
export const SetTelephonePassword = operation({
  subject: 'ticket.command.set-telephone-password.v1',
  request: SetTelephonePasswordRequest,
  reply: TelephoneAccessView,
  errors: ['account.not-found', TELEPHONE_PASSWORD_ERRORS.weak, TELEPHONE_PASSWORD_ERRORS.busy],
});

/** Takes the password away: the account is then known by its bound numbers only. */
export const RemoveTelephonePassword = operation({
  subject: 'ticket.command.remove-telephone-password.v1',
  request: TelephoneAccessRequest,
  reply: TelephoneAccessView,
  errors: ['account.not-found'],
});

/** Forgets the failures and lifts the lock. */
export const UnlockTelephoneAccess = operation({
  subject: 'ticket.command.unlock-telephone-access.v1',
  request: TelephoneAccessRequest,
  reply: TelephoneAccessView,
  errors: ['account.not-found'],
});

export const GetTelephoneAccess = operation({
  subject: 'ticket.query.telephone-access.v1',
  request: TelephoneAccessRequest,
  reply: TelephoneAccessView,
  errors: ['account.not-found'],
});
