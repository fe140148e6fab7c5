import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import { PERMISSIONS } from '../access/permissions';
import { ROLES } from '../access/roles';

export class MeView {
  @ApiProperty({ description: 'Id of the sign-in account', format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Name of the sign-in account' })
  name: string;

  @ApiProperty({ description: 'Roles', enum: ROLES, isArray: true })
  roles: readonly string[];

  @ApiProperty({ description: 'What these roles permit', enum: PERMISSIONS, isArray: true })
  permissions: readonly string[];

  @ApiProperty({ description: 'Data scope: `all`, or codes of departments and areas', type: [String] })
  scope: readonly string[];
}

export class ChangePasswordBody {
  @ApiProperty({ description: 'The password so far', maxLength: 200, format: 'password' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  currentPassword: string;

  @ApiProperty({ description: 'The new password', minLength: 12, maxLength: 200, format: 'password' })
  @IsString()
  @MinLength(12)
  @MaxLength(200)
  newPassword: string;
}
