import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { NoticeTemplatesModule } from '../notice-template/notice-templates.module';
import { AddDoNotCallHandler } from './add-do-not-call/add-do-not-call.handler';
import { AddDoNotCall } from './add-do-not-call/add-do-not-call.use-case';
import { BatchLife } from './batch/batch-life';
import { Batches } from './batch/batches.port';
import { Contacts } from './contacts/contacts.port';
import { CreateBatchHandler } from './create-batch/create-batch.handler';
import { CreateBatch } from './create-batch/create-batch.use-case';
import { DeleteBatchHandler } from './delete-batch/delete-batch.handler';
import { DeleteBatch } from './delete-batch/delete-batch.use-case';
import { DoNotCalls } from './do-not-call/do-not-calls.port';
import { ExportHandOffHandler } from './export-hand-off/export-hand-off.handler';
import { ExportHandOff } from './export-hand-off/export-hand-off.use-case';
import { Figures } from './get-batch/figures.port';
import { GetBatchHandler } from './get-batch/get-batch.handler';
import { GetBatch } from './get-batch/get-batch.use-case';
import { GetContactTimelineHandler } from './get-contact-timeline/get-contact-timeline.handler';
import { GetContactTimeline } from './get-contact-timeline/get-contact-timeline.use-case';
import { GetImportHandler } from './get-import/get-import.handler';
import { HandOffs } from './hand-off/hand-offs.port';
import { ContactWriter } from './import-contacts/contact-writer.port';
import { ImportRunner } from './import-contacts/import-runner';
import { Imports } from './import-contacts/imports.port';
import { ReadyBatch } from './import-contacts/ready-batch';
import { RunImport } from './import-contacts/run-import';
import { ImportFileHandler } from './import-file/import-file.handler';
import { ImportFile } from './import-file/import-file.use-case';
import { ImportRowsHandler } from './import-rows/import-rows.handler';
import { ImportRows } from './import-rows/import-rows.use-case';
import { ListBatchesHandler } from './list-batches/list-batches.handler';
import { ListContactsHandler } from './list-contacts/list-contacts.handler';
import { ListDoNotCallHandler } from './list-do-not-call/list-do-not-call.handler';
import { ListHandOffHandler } from './list-hand-off/list-hand-off.handler';
import { ListImportsHandler } from './list-imports/list-imports.handler';
import { ListRowErrorsHandler } from './list-row-errors/list-row-errors.handler';
import { PauseBatchHandler } from './pause-batch/pause-batch.handler';
import { PauseBatch } from './pause-batch/pause-batch.use-case';
import { PgBatches } from './persistence/pg-batches';
import { PgContactWriter } from './persistence/pg-contact-writer';
import { PgContacts } from './persistence/pg-contacts';
import { PgDoNotCalls } from './persistence/pg-do-not-calls';
import { PgFigures } from './persistence/pg-figures';
import { PgHandOffs } from './persistence/pg-hand-offs';
import { PgImports } from './persistence/pg-imports';
import { ForecastBatch } from './preview-batch/forecast-batch';
import { PreviewBatchHandler } from './preview-batch/preview-batch.handler';
import { PreviewBatch } from './preview-batch/preview-batch.use-case';
import { RecordHandOffReceiptHandler } from './record-hand-off-receipt/record-hand-off-receipt.handler';
import { RecordHandOffReceipt } from './record-hand-off-receipt/record-hand-off-receipt.use-case';
import { RemoveDoNotCallHandler } from './remove-do-not-call/remove-do-not-call.handler';
import { ResumeBatchHandler } from './resume-batch/resume-batch.handler';
import { ResumeBatch } from './resume-batch/resume-batch.use-case';
import { StartBatchHandler } from './start-batch/start-batch.handler';
import { StartBatch } from './start-batch/start-batch.use-case';
import { StopBatchHandler } from './stop-batch/stop-batch.handler';
import { StopBatch } from './stop-batch/stop-batch.use-case';

const HANDLERS: Type[] = [
  AddDoNotCallHandler,
  CreateBatchHandler,
  DeleteBatchHandler,
  ExportHandOffHandler,
  GetBatchHandler,
  GetContactTimelineHandler,
  GetImportHandler,
  ImportFileHandler,
  ImportRowsHandler,
  ListBatchesHandler,
  ListContactsHandler,
  ListDoNotCallHandler,
  ListHandOffHandler,
  ListImportsHandler,
  ListRowErrorsHandler,
  PauseBatchHandler,
  PreviewBatchHandler,
  RecordHandOffReceiptHandler,
  RemoveDoNotCallHandler,
  ResumeBatchHandler,
  StartBatchHandler,
  StopBatchHandler,
];

const STORES: Provider[] = [
  { provide: Batches, useClass: PgBatches },
  { provide: ContactWriter, useClass: PgContactWriter },
  { provide: Contacts, useClass: PgContacts },
  { provide: DoNotCalls, useClass: PgDoNotCalls },
  { provide: Figures, useClass: PgFigures },
  { provide: HandOffs, useClass: PgHandOffs },
  { provide: Imports, useClass: PgImports },
];

const USE_CASES: Provider[] = [
  AddDoNotCall,
  BatchLife,
  CreateBatch,
  DeleteBatch,
  ExportHandOff,
  ForecastBatch,
  GetBatch,
  GetContactTimeline,
  ImportFile,
  ImportRows,
  ImportRunner,
  PauseBatch,
  PreviewBatch,
  ReadyBatch,
  RecordHandOffReceipt,
  ResumeBatch,
  RunImport,
  StartBatch,
  StopBatch,
];

/** Batches, contacts and hand-off, as campaign staff see them. */
@Module({})
export class CampaignModule {
  /** `imports` give DialingRules and DialerConfig. */
  static forRoot(imports: DynamicModule['imports']): DynamicModule {
    return {
      module: CampaignModule,
      imports: [NoticeTemplatesModule, ...(imports ?? [])],
      controllers: HANDLERS,
      providers: [...STORES, ...USE_CASES],
    };
  }
}
