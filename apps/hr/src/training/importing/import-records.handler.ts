import { Controller } from '@nestjs/common';
import {
  ImportTrainingFileRequest,
  ImportTrainingRecords,
  type RequestContext,
  type TrainingImportView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ImportRecords } from './import-records.use-case';
import { toImportView } from './import-view';

@Controller()
export class ImportRecordsHandler {
  constructor(private readonly records: ImportRecords) {}

  @Handles(ImportTrainingRecords)
  async handle(request: ImportTrainingFileRequest, context: RequestContext): Promise<TrainingImportView> {
    return toImportView(await this.records.execute(request, context));
  }
}
