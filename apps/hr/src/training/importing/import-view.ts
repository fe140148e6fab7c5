import { TRAINING_RECORD_ERRORS, type TrainingImportView } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { TrainingImport } from './training-imports.port';

export const toImportView = ({ warnings, madeAt, ...made }: TrainingImport): TrainingImportView => ({
  ...made,
  warnings: warnings.map(({ text }) => ({ zh: text['zh-CN'], en: text.en })),
  madeAt: madeAt.toISOString(),
});

export const importNotFound = (importId: string): DomainError =>
  new DomainError(TRAINING_RECORD_ERRORS.importNotFound, `There is no import ${importId}.`, { importId });
