import { Inject, Injectable } from '@nestjs/common';
import { type TelephoneAccessView, TELEPHONE_PASSWORD_ERRORS } from '@switchyard/contracts';
import { passwordWeakness, type PasswordWeakness } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Passwords, UnitOfWork } from '@switchyard/platform';
import { TelephoneAccess } from '../telephone-access';
import { TelephonePasswords } from '../telephone-passwords.port';
import { TelephoneTries } from '../telephone-tries.port';

const REMEDY: Readonly<Record<PasswordWeakness, string>> = {
  'not-6-to-8-digits': 'give 6 to 8 digits',
  'one-digit-only': 'not all digits may be the same',
  run: 'digits may not simply count up or down',
  'repeated-pattern': 'digits may not repeat a pattern',
  'part-of-account': 'it may not be part of the account number',
  'part-of-phone': 'it may not be part of a bound telephone number',
};

/**
 * Sets an account's telephone password, or another one, and lifts a lock (T1.4).
 * @throws DomainError `account.not-found`, `telephone-password.weak`, `telephone-password.busy`
 */
@Injectable()
export class SetTelephonePassword {
  constructor(
    private readonly access: TelephoneAccess,
    private readonly kept: TelephonePasswords,
    private readonly tries: TelephoneTries,
    private readonly passwords: Passwords,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(accountNo: string, password: string, setBy: string): Promise<TelephoneAccessView> {
    const account = await this.access.account(accountNo);
    const weakness = passwordWeakness(password, account);
    if (weakness) throw weak(weakness);
    const hash = await this.passwords.hash(password);
    return this.work.inTransaction(async () => {
      await this.kept.keep({ accountNo, hash, setAt: this.clock.now(), setBy });
      await this.tries.clear(accountNo);
      return this.access.viewOf(accountNo);
    });
  }
}

function weak(reason: PasswordWeakness): DomainError {
  return new DomainError(
    TELEPHONE_PASSWORD_ERRORS.weak,
    `This telephone password is not taken: ${REMEDY[reason]}.`,
    {
      field: 'password',
      reason,
    },
  );
}
