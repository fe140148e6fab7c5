import { Controller } from '@nestjs/common';
import {
  type TelephonePasswordVerdict,
  VerifyTelephonePassword as Contract,
  VerifyTelephonePasswordRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toCustomerSummary } from '../../customer/account-view';
import { VerifyTelephonePassword } from './verify-telephone-password.use-case';

@Controller()
export class VerifyTelephonePasswordHandler {
  constructor(private readonly verify: VerifyTelephonePassword) {}

  @Handles(Contract)
  async handle(request: VerifyTelephonePasswordRequest): Promise<TelephonePasswordVerdict> {
    const verdict = await this.verify.execute(request);
    switch (verdict.result) {
      case 'verified':
        return { result: verdict.result, account: toCustomerSummary(verdict.account) };
      case 'wrong':
        return verdict;
      case 'locked':
        return { result: verdict.result, lockedUntil: verdict.lockedUntil.toISOString() };
    }
  }
}
