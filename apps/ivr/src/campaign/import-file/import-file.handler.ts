import { Controller } from '@nestjs/common';
import {
  ImportFile as Contract,
  type ImportFileRequest,
  type ImportView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toImportView } from '../import-contacts/import-view';
import { ImportFile } from './import-file.use-case';

@Controller()
export class ImportFileHandler {
  constructor(private readonly importFile: ImportFile) {}

  @Handles(Contract)
  async handle(request: ImportFileRequest, { actor }: RequestContext): Promise<ImportView> {
    return toImportView(await this.importFile.execute(request, actor.name || actor.id));
  }
}
