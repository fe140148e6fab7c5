import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class SignInBody {
  @ApiProperty({ description: 'Name of the sign-in account', maxLength: 100, example: 'admin' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ description: 'Its password', maxLength: 200, format: 'password' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}

export class RefreshBody {
  @ApiProperty({ description: 'The refresh token of the last answer; it works once', maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  refreshToken: string;
}

export class TokensView {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`' })
  accessToken: string;

  @ApiProperty({ description: 'Always Bearer', example: 'Bearer' })
  tokenType: 'Bearer';

  @ApiProperty({ description: 'Seconds that the access token holds', type: 'integer', example: 900 })
  expiresIn: number;

  @ApiProperty({ description: 'Swap it at /api/v1/sign-in/refresh for the next pair; it works once' })
  refreshToken: string;

  @ApiProperty({ description: 'When the password is asked for again', format: 'date-time' })
  sessionExpiresAt: string;
}
