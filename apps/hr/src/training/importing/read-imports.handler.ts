import { Controller } from '@nestjs/common';
import {
  GetTrainingImport,
  ListTrainingImportErrors,
  ListTrainingImportErrorsRequest,
  type RowErrorPage,
  TrainingImportReference,
  type TrainingImportView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { viewsOf } from '../page';
import { importNotFound, toImportView } from './import-view';
import { type TrainingImport, TrainingImports } from './training-imports.port';

@Controller()
export class ReadImportsHandler {
  constructor(private readonly imports: TrainingImports) {}

  @Handles(GetTrainingImport)
  async get({ importId }: TrainingImportReference): Promise<TrainingImportView> {
    return toImportView(await this.found(importId));
  }

  @Handles(ListTrainingImportErrors)
  async errors({ importId, limit = 50, cursor }: ListTrainingImportErrorsRequest): Promise<RowErrorPage> {
    await this.found(importId);
    return viewsOf(await this.imports.errors(importId, limit, cursor), ({ reason, ...error }) => ({
      ...error,
      reason: { ...reason },
    }));
  }

  private async found(importId: string): Promise<TrainingImport> {
    const made = await this.imports.find(importId);
    if (!made) throw importNotFound(importId);
    return made;
  }
}
