import { Module, type OnModuleInit } from '@nestjs/common';
import { Passwords } from '@switchyard/platform';
import { CustomerModule } from '../customer/customer.module';
import { PolicyModule } from '../policy/policy.module';
import { ForgetOldTries } from './forget-old-tries';
import { GetTelephoneAccessHandler } from './get-telephone-access/get-telephone-access.handler';
import { passwordBusy } from './password-busy';
import { PgTelephonePasswords } from './persistence/pg-telephone-passwords';
import { PgTelephoneTries } from './persistence/pg-telephone-tries';
import { RemoveTelephonePasswordHandler } from './remove-telephone-password/remove-telephone-password.handler';
import { SetTelephonePasswordHandler } from './set-telephone-password/set-telephone-password.handler';
import { SetTelephonePassword } from './set-telephone-password/set-telephone-password.use-case';
import { TelephoneAccess } from './telephone-access';
import { TelephonePasswords } from './telephone-passwords.port';
import { TelephoneTries } from './telephone-tries.port';
import { UnlockTelephoneAccessHandler } from './unlock-telephone-access/unlock-telephone-access.handler';
import { VerifyTelephonePasswordHandler } from './verify-telephone-password/verify-telephone-password.handler';
import { VerifyTelephonePassword } from './verify-telephone-password/verify-telephone-password.use-case';

/** Telephone passwords, and when they lock (T1.4). */
@Module({
  imports: [CustomerModule, PolicyModule],
  controllers: [
    GetTelephoneAccessHandler,
    RemoveTelephonePasswordHandler,
    SetTelephonePasswordHandler,
    UnlockTelephoneAccessHandler,
    VerifyTelephonePasswordHandler,
  ],
  providers: [
    ForgetOldTries,
    SetTelephonePassword,
    TelephoneAccess,
    VerifyTelephonePassword,
    { provide: Passwords, useFactory: () => new Passwords(passwordBusy) },
    { provide: TelephonePasswords, useClass: PgTelephonePasswords },
    { provide: TelephoneTries, useClass: PgTelephoneTries },
  ],
})
export class TelephoneAccessModule implements OnModuleInit {
  constructor(private readonly passwords: Passwords) {}

  /** The first unknown account must take no longer than the next. */
  async onModuleInit(): Promise<void> {
    await this.passwords.decoyHash();
  }
}
