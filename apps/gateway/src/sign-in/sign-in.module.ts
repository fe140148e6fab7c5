import { createHash, randomBytes } from 'node:crypto';
import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Passwords } from '@switchyard/platform';
import { GatewayConfig } from '../gateway.config';
import { ChangeOwnPasswordUseCase } from '../me/change-own-password.use-case';
import { MeController } from '../me/me.controller';
import { ChangeUserUseCase } from '../users/change-user/change-user.use-case';
import { CreateUserUseCase } from '../users/create-user/create-user.use-case';
import { FollowStaff } from '../users/follow-staff/follow-staff';
import { FollowStaffWhenStatusChanged } from '../users/follow-staff/follow-staff-when-status-changed.handler';
import { RetryFollowing } from '../users/follow-staff/retry-following';
import { StaffStandings } from '../users/follow-staff/staff-standings.port';
import { PgStaffStandings } from '../users/persistence/pg-staff-standings';
import { TypeOrmUsers } from '../users/persistence/typeorm-users';
import { UsersController } from '../users/users.controller';
import { Users } from '../users/users.port';
import { AccessTokens } from './access-tokens';
import { SignInFailures } from './failures.port';
import { CreateFirstAdmin } from './first-admin/create-first-admin';
import { IssueTokens } from './issue-tokens';
import { OpenSessions } from './open-sessions';
import { PgSessions } from './persistence/pg-sessions';
import { PgSignInFailures } from './persistence/pg-sign-in-failures';
import { PgSigningKeys } from './persistence/pg-signing-keys';
import { RefreshUseCase } from './refresh/refresh.use-case';
import { Sessions } from './sessions.port';
import { signInBusy } from './sign-in-busy';
import { SignInController } from './sign-in.controller';
import { SignInUseCase } from './sign-in/sign-in.use-case';
import { SignOutUseCase } from './sign-out/sign-out.use-case';
import { SigningKey, SigningKeys } from './signing-key';

/** Sign-in accounts, their sessions and tokens. */
@Global()
@Module({
  controllers: [SignInController, UsersController, MeController],
  providers: [
    { provide: Users, useClass: TypeOrmUsers },
    { provide: Sessions, useClass: PgSessions },
    { provide: SignInFailures, useClass: PgSignInFailures },
    { provide: SigningKeys, useClass: PgSigningKeys },
    {
      provide: SigningKey,
      inject: [SigningKeys, GatewayConfig],
      useFactory: async (keys: SigningKeys, { tokenKey }: GatewayConfig) =>
        new SigningKey(
          tokenKey === undefined
            ? await keys.keepOrGet(randomBytes(32))
            : createHash('sha256').update(tokenKey).digest(),
        ),
    },
    { provide: Passwords, useFactory: () => new Passwords(signInBusy) },
    AccessTokens,
    IssueTokens,
    OpenSessions,
    SignInUseCase,
    RefreshUseCase,
    SignOutUseCase,
    CreateFirstAdmin,
    CreateUserUseCase,
    ChangeUserUseCase,
    ChangeOwnPasswordUseCase,
    FollowStaff,
    FollowStaffWhenStatusChanged,
    RetryFollowing,
    { provide: StaffStandings, useClass: PgStaffStandings },
  ],
  exports: [
    AccessTokens,
    ChangeUserUseCase,
    CreateUserUseCase,
    FollowStaff,
    OpenSessions,
    SigningKey,
    StaffStandings,
    Users,
  ],
})
export class SignInModule implements OnApplicationBootstrap {
  constructor(
    private readonly firstAdmin: CreateFirstAdmin,
    private readonly passwords: Passwords,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([this.firstAdmin.execute(), this.passwords.decoyHash()]);
  }
}
