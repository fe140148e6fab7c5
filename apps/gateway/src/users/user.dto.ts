import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ROLES, type Role } from '../access/permissions';
import type { User } from './users.port';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,49}$/;

export class CreateUserBody {
  @ApiProperty({ description: 'Name typed at sign-in, without regard to case', example: 'li.na' })
  @Matches(NAME, { message: 'must be 2 to 50 letters, digits, dots, dashes or underscores' })
  name: string;

  @ApiProperty({ description: 'Name shown to others', maxLength: 100, example: '李娜' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  displayName: string;

  @ApiProperty({ description: 'Roles', enum: ROLES, isArray: true, example: ['campaign'] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];

  @ApiProperty({ description: 'First password', minLength: 12, maxLength: 200, format: 'password' })
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  password: string;
}

export class ChangeUserBody {
  @ApiPropertyOptional({ description: 'Name shown to others', maxLength: 100 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  displayName?: string;

  @ApiPropertyOptional({ description: 'Roles, all of them', enum: ROLES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles?: Role[];

  @ApiPropertyOptional({ description: 'False switches the account off and ends its sessions' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({ description: 'New password', minLength: 12, maxLength: 200, format: 'password' })
  @IsOptional()
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  password?: string;
}

export class UserView {
  @ApiProperty({ description: 'Id of the account', format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Name typed at sign-in' })
  name: string;

  @ApiProperty({ description: 'Name shown to others' })
  displayName: string;

  @ApiProperty({ description: 'Roles', enum: ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ description: 'Whether the account may sign in' })
  active: boolean;

  @ApiProperty({ description: 'When it was made', format: 'date-time' })
  createdAt: string;

  @ApiProperty({ description: 'When it last changed', format: 'date-time' })
  updatedAt: string;
}

export function toUserView({ id, name, displayName, roles, active, createdAt, updatedAt }: User): UserView {
  return {
    ...{ id, name, displayName, roles: [...roles], active },
    ...{ createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
  };
}
