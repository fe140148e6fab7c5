import { Module } from '@nestjs/common';
import { StandingController } from './standing.controller';
import { AccountController } from './account.controller';
import { BillingController } from './billing.controller';
import { TelephoneAccessController } from './telephone-access.controller';

@Module({
  controllers: [StandingController, AccountController, BillingController, TelephoneAccessController],
})
export class AccountModule {}
