import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { LinkAccount } from './account/link-account';
import { StaffAccountsHandler } from './account/staff-accounts.handler';
import { CancelStepHandler } from './cancel-step/cancel-step.handler';
import { ChangeStaffHandler } from './change-staff/change-staff.handler';
import { CheckPlaces } from './check-places';
import { HireStaffHandler } from './hire-staff/hire-staff.handler';
import { HireStaffUseCase } from './hire-staff/hire-staff.use-case';
import { ImportStaffHandler } from './import-staff/import-staff.handler';
import { ImportStaff } from './import-staff/import-staff.use-case';
import { Places } from './import-staff/known-places';
import { PgStaffImports } from './import-staff/persistence/pg-staff-imports';
import { RunStaffImport } from './import-staff/run-staff-import';
import { StaffImports } from './import-staff/staff-imports.port';
import { WriteStaff } from './import-staff/write-staff';
import { OrganisationStore } from './organisation-store.port';
import { GetOrganisationHandler } from './organisation/get-organisation.handler';
import { WriteOrganisation } from './organisation/write-organisation';
import { WriteOrganisationHandler } from './organisation/write-organisation.handler';
import { PgOrganisationStore } from './persistence/pg-organisation-store';
import { PgStaffDirectory } from './persistence/pg-staff-directory';
import { PgStaffRegister } from './persistence/pg-staff-register';
import { ReadStaffHandler } from './read-staff/read-staff.handler';
import { StaffSight } from './read-staff/staff-sight';
import { RecordStepHandler } from './record-step/record-step.handler';
import { RecordStep } from './record-step/record-step.use-case';
import { SettleSteps } from './settle-steps/settle-steps';
import { SweepSteps } from './settle-steps/sweep-steps';
import { StaffDirectory } from './staff-directory.port';
import { StaffRegister } from './staff-register.port';
import { TellStanding } from './tell-standing';

/** Who works here, in which post and group, and what their accounts follow (§1). */
@Module({
  imports: [PolicyModule],
  controllers: [
    CancelStepHandler,
    ChangeStaffHandler,
    GetOrganisationHandler,
    HireStaffHandler,
    ImportStaffHandler,
    ReadStaffHandler,
    RecordStepHandler,
    StaffAccountsHandler,
    WriteOrganisationHandler,
  ],
  providers: [
    CheckPlaces,
    HireStaffUseCase,
    ImportStaff,
    LinkAccount,
    Places,
    RecordStep,
    RunStaffImport,
    SettleSteps,
    StaffSight,
    SweepSteps,
    TellStanding,
    WriteOrganisation,
    WriteStaff,
    { provide: OrganisationStore, useClass: PgOrganisationStore },
    { provide: StaffDirectory, useClass: PgStaffDirectory },
    { provide: StaffImports, useClass: PgStaffImports },
    { provide: StaffRegister, useClass: PgStaffRegister },
  ],
  exports: [CheckPlaces, HireStaffUseCase, OrganisationStore, StaffDirectory],
})
export class StaffModule {}
