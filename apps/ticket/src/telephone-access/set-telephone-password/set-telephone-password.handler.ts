import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  SetTelephonePassword as Contract,
  SetTelephonePasswordRequest,
  type TelephoneAccessView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { SetTelephonePassword } from './set-telephone-password.use-case';

@Controller()
export class SetTelephonePasswordHandler {
  constructor(private readonly set: SetTelephonePassword) {}

  @Handles(Contract)
  handle(
    { accountNo, password }: SetTelephonePasswordRequest,
    { actor }: RequestContext,
  ): Promise<TelephoneAccessView> {
    return this.set.execute(accountNo, password, actor.id);
  }
}
