import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageRequest } from '@switchyard/contracts';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
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
import { ROLES, type Role } from '../access/roles';
import type { SwitchedOffBy, User } from './users.port';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,49}$/;

/** Data scope that may be left out. */
function Scope(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      description: 'Data scope: `all`, or codes of departments and areas of the service desk',
      type: [String],
      example: ['all'],
    }),
    IsOptional(),
    IsArray(),
    ArrayNotEmpty(),
    ArrayMaxSize(100),
    ArrayUnique(),
    Matches(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { each: true }),
  );
}

/** True or false of a query string that may be left out. */
function Flag(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ description, type: Boolean }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );
}

export class ListUsersQuery extends PageRequest {
  @Flag('Only those that may sign in, or may not')
  active?: boolean;

  @ApiPropertyOptional({ description: 'Only with this role', enum: ROLES })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @Flag('Only accounts of staff, or only others')
  ofStaff?: boolean;

  @ApiPropertyOptional({ description: 'Part of the name or of the shown name', maxLength: 100 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  text?: string;
}

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

  @Scope()
  scope?: string[];

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

  @Scope()
  scope?: string[];

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

  @ApiProperty({ description: 'Data scope: `all`, or codes of departments and areas', type: [String] })
  scope: string[];

  @ApiProperty({ description: 'Whether the account may sign in' })
  active: boolean;

  @ApiPropertyOptional({
    description: 'Why it is off: by hand, for its owner may not act, or by a review',
    enum: ['hand', 'staff', 'review'],
  })
  switchedOffBy?: SwitchedOffBy;

  @ApiPropertyOptional({ description: 'Staff number of its owner; its roles and scope follow the register' })
  staffNumber?: string;

  @ApiProperty({ description: 'When it was made', format: 'date-time' })
  createdAt: string;

  @ApiProperty({ description: 'When it last changed', format: 'date-time' })
  updatedAt: string;
}

export function toUserView(user: User): UserView {
  const { id, name, displayName, roles, scope, active, switchedOffBy, staffNumber } = user;
  const { createdAt, updatedAt } = user;
  return {
    id,
    name,
    displayName,
    roles: [...roles],
    scope: [...scope],
    active,
    ...(switchedOffBy !== null && { switchedOffBy }),
    ...(staffNumber !== null && { staffNumber }),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
