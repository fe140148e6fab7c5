import { Module } from '@nestjs/common';
import { GiveAccount } from './give-account';
import { OrganisationController } from './organisation.controller';
import { StaffAccountController } from './staff-account.controller';
import { StaffImportController } from './staff-import.controller';
import { StaffController } from './staff.controller';

@Module({
  controllers: [OrganisationController, StaffAccountController, StaffController, StaffImportController],
  providers: [GiveAccount],
})
export class StaffModule {}
