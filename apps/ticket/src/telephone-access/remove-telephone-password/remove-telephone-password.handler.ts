import { Controller } from '@nestjs/common';
import {
  RemoveTelephonePassword,
  TelephoneAccessRequest,
  type TelephoneAccessView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { TelephoneAccess } from '../telephone-access';
import { TelephonePasswords } from '../telephone-passwords.port';

@Controller()
export class RemoveTelephonePasswordHandler {
  constructor(
    private readonly access: TelephoneAccess,
    private readonly kept: TelephonePasswords,
  ) {}

  @Handles(RemoveTelephonePassword)
  async handle({ accountNo }: TelephoneAccessRequest): Promise<TelephoneAccessView> {
    await this.access.account(accountNo);
    await this.kept.remove(accountNo);
    return this.access.viewOf(accountNo);
  }
}
