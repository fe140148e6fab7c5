import { Module } from '@nestjs/common';
import { FindCustomerController } from './find-customer.controller';
import { RegisterImportController } from './register-import.controller';
import { TakeRegisterImport } from './take-register-import';

@Module({
  controllers: [FindCustomerController, RegisterImportController],
  providers: [TakeRegisterImport],
})
export class CustomerModule {}
