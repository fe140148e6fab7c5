import { Module } from '@nestjs/common';
import { KeepImport } from './keep-import';
import { PgTrainingImports } from './persistence/pg-training-imports';
import { ReadImportsHandler } from './read-imports.handler';
import { ReadTable } from './read-table';
import { TrainingImports } from './training-imports.port';

/** Files of records and questions, with what is wrong with which row. */
@Module({
  controllers: [ReadImportsHandler],
  providers: [KeepImport, ReadTable, { provide: TrainingImports, useClass: PgTrainingImports }],
  exports: [KeepImport, ReadTable],
})
export class ImportingModule {}
