import { Controller } from '@nestjs/common';
import {
  ImportRows as Contract,
  type ImportRowsRequest,
  type ImportView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toImportView } from '../import-contacts/import-view';
import { ImportRows } from './import-rows.use-case';

@Controller()
export class ImportRowsHandler {
  constructor(private readonly importRows: ImportRows) {}

  @Handles(Contract)
  async handle(request: ImportRowsRequest, { actor }: RequestContext): Promise<ImportView> {
    return toImportView(await this.importRows.execute(request, actor.name || actor.id));
  }
}
