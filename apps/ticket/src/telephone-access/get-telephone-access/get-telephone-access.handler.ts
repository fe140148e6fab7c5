import { Controller } from '@nestjs/common';
import { GetTelephoneAccess, TelephoneAccessRequest, type TelephoneAccessView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { TelephoneAccess } from '../telephone-access';

@Controller()
export class GetTelephoneAccessHandler {
  constructor(private readonly access: TelephoneAccess) {}

  @Handles(GetTelephoneAccess)
  async handle({ accountNo }: TelephoneAccessRequest): Promise<TelephoneAccessView> {
    await this.access.account(accountNo);
    return this.access.viewOf(accountNo);
  }
}
