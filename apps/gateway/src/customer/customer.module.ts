import { Module } from '@nestjs/common';
import { FindCustomerController } from './find-customer.controller';
import { PolicyController } from './policy.controller';
import { RegisterImportController } from './register-import.controller';
import { TakeRegisterImport } from './take-register-import';

@Module({
  controllers: [FindCustomerController, PolicyController, RegisterImportController],
  providers: [TakeRegisterImport],
})
export class CustomerModule {}
