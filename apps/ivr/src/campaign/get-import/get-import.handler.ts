import { Controller } from '@nestjs/common';
import { GetImport, type GetImportRequest, type ImportView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toImportView } from '../import-contacts/import-view';
import { Imports } from '../import-contacts/imports.port';

@Controller()
export class GetImportHandler {
  constructor(private readonly imports: Imports) {}

  @Handles(GetImport)
  async handle(request: GetImportRequest): Promise<ImportView> {
    return toImportView(await this.imports.get(request.importId));
  }
}
