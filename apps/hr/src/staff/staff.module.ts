import { Module } from '@nestjs/common';
import { PgStaffDirectory } from './persistence/pg-staff-directory';
import { StaffDirectory } from './staff-directory.port';

/** Who works here, in which post and group (§1). */
@Module({
  providers: [{ provide: StaffDirectory, useClass: PgStaffDirectory }],
  exports: [StaffDirectory],
})
export class StaffModule {}
