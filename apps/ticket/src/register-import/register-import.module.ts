import { Module } from '@nestjs/common';
import { AreaModule } from '../area/area.module';
import { OutageModule } from '../outage/outage.module';
import { GetRegisterImportHandler } from './get-register-import/get-register-import.handler';
import { ImportRegisterFileHandler } from './import-register-file/import-register-file.handler';
import { ImportRegisterFile } from './import-register-file/import-register-file.use-case';
import { ImportRegisterRowsHandler } from './import-register-rows/import-register-rows.handler';
import { ImportRegisterRows } from './import-register-rows/import-register-rows.use-case';
import { ListRegisterImportsHandler } from './list-register-imports/list-register-imports.handler';
import { ListRegisterRowErrorsHandler } from './list-register-row-errors/list-register-row-errors.handler';
import { PgRegisterImports } from './persistence/pg-register-imports';
import { PgRegisterWriters } from './persistence/pg-register-writers';
import { RegisterImports } from './register-imports.port';
import { RegisterWriters } from './register-writers.port';
import { Registers } from './registers/registers';
import { RunRegisterImport } from './run-register-import';

/** Customers, bills, arrears and outages by the table. */
@Module({
  imports: [AreaModule, OutageModule],
  controllers: [
    GetRegisterImportHandler,
    ImportRegisterFileHandler,
    ImportRegisterRowsHandler,
    ListRegisterImportsHandler,
    ListRegisterRowErrorsHandler,
  ],
  providers: [
    ImportRegisterFile,
    ImportRegisterRows,
    Registers,
    RunRegisterImport,
    { provide: RegisterImports, useClass: PgRegisterImports },
    { provide: RegisterWriters, useClass: PgRegisterWriters },
  ],
})
export class RegisterImportModule {}
