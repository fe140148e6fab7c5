import { Controller } from '@nestjs/common';
import {
  UnlockTelephoneAccess,
  TelephoneAccessRequest,
  type TelephoneAccessView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { TelephoneAccess } from '../telephone-access';
import { TelephoneTries } from '../telephone-tries.port';

@Controller()
export class UnlockTelephoneAccessHandler {
  constructor(
    private readonly access: TelephoneAccess,
    private readonly tries: TelephoneTries,
  ) {}

  @Handles(UnlockTelephoneAccess)
  async handle({ accountNo }: TelephoneAccessRequest): Promise<TelephoneAccessView> {
    await this.access.account(accountNo);
    await this.tries.clear(accountNo);
    return this.access.viewOf(accountNo);
  }
}
