import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length, Matches, MaxLength, MinLength } from 'class-validator';
import type { StaffStanding } from '../users/follow-staff/staff-standings.port';

export class StaffAccountBody {
  @ApiPropertyOptional({ description: 'An account that is there', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  accountId?: string;

  @ApiPropertyOptional({ description: 'Name typed at sign-in, of a new account', example: 'li.na' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{1,49}$/, {
    message: 'must be 2 to 50 letters, digits, dots, dashes or underscores',
  })
  name?: string;

  @ApiPropertyOptional({
    description: 'First password of a new account',
    minLength: 12,
    maxLength: 200,
    format: 'password',
  })
  @IsOptional()
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  password?: string;

  @ApiPropertyOptional({ description: 'Why', maxLength: 500 })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}

export class TakeAccountQuery {
  @ApiPropertyOptional({ description: 'Why', maxLength: 500 })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}

export class AccountProblem {
  @ApiProperty({ description: 'Staff number of the owner' })
  staffNumber: string;

  @ApiProperty({ description: 'Status of the owner' })
  status: string;

  @ApiPropertyOptional({ description: 'The account', format: 'uuid' })
  accountId?: string;

  @ApiProperty({ description: 'Why', enum: ['last-admin', 'no-account', 'unknown-role'] })
  problem: string;

  @ApiProperty({ description: 'Since when', format: 'date-time' })
  toldAt: string;
}

export class AccountProblems {
  @ApiProperty({ description: 'By staff number', type: [AccountProblem] })
  items: AccountProblem[];
}

export function toAccountProblem(standing: StaffStanding): AccountProblem {
  const { staffNumber, status, accountId, leftAccountId, pending = '', toldAt } = standing;
  const account = leftAccountId ?? accountId;
  return {
    staffNumber,
    status,
    problem: pending,
    toldAt: toldAt.toISOString(),
    ...(account !== undefined && { accountId: account }),
  };
}
