import { Controller } from '@nestjs/common';
import {
  AccountView,
  RegisterAccount,
  RegisterAccountRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toAccountView } from '../account-view';
import { RegisterAccountUseCase } from './register-account.use-case';

@Controller()
export class RegisterAccountHandler {
  constructor(private readonly registerAccount: RegisterAccountUseCase) {}

  @Handles(RegisterAccount)
  async handle(request: RegisterAccountRequest, context: RequestContext): Promise<AccountView> {
    return toAccountView(await this.registerAccount.execute(request, context));
  }
}
