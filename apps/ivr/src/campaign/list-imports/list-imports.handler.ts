import { Controller } from '@nestjs/common';
import { type BatchReference, type ImportList, ListImports } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Batches } from '../batch/batches.port';
import { toImportView } from '../import-contacts/import-view';
import { Imports } from '../import-contacts/imports.port';

const SHOWN = 200;

@Controller()
export class ListImportsHandler {
  constructor(
    private readonly batches: Batches,
    private readonly imports: Imports,
  ) {}

  @Handles(ListImports)
  async handle({ batchId }: BatchReference): Promise<ImportList> {
    await this.batches.get(batchId);
    return { items: (await this.imports.listOf(batchId, SHOWN)).map(toImportView) };
  }
}
