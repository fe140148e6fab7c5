import { Module } from '@nestjs/common';
import { AccountController } from './account.controller';
import { BillingController } from './billing.controller';
import { TelephoneAccessController } from './telephone-access.controller';

@Module({ controllers: [AccountController, BillingController, TelephoneAccessController] })
export class AccountModule {}
