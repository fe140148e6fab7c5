import { operation } from '../../kernel/contract';
import { Id, Instant, ListOf, OneOf, OptionalText, RequiredText, Whole } from '../../kernel/fields';
import { PageRequest } from '../../kernel/paging';
import { RowErrorPage } from '../../kernel/table-import';
import { TRAINING_RECORD_ERRORS } from './record.contracts';

export class ImportTrainingFileRequest {
  @RequiredText('Key of the file in the file store', 500)
  fileKey: string;

  @OptionalText('Name of the file', 255)
  fileName?: string;
}

export class TrainingImportView {
  @Id('Id of the import')
  importId: string;

  @OneOf('What it holds', ['records', 'questions'])
  kind: 'records' | 'questions';

  @OptionalText('Name of the file', 255)
  fileName?: string;

  @RequiredText('SHA-256 of the bytes', 64)
  sha256: string;

  @Whole('Data rows of the file; the four counts below sum to it', 0, 1_000_000)
  rowsTotal: number;

  @Whole('Rows that are new', 0, 1_000_000)
  rowsAdded: number;

  @Whole('Rows that changed what was there', 0, 1_000_000)
  rowsChanged: number;

  @Whole('Rows that were there already, just so', 0, 1_000_000)
  rowsUnchanged: number;

  @Whole('Rows that were refused; their errors say why', 0, 1_000_000)
  rowsRefused: number;

  @ListOf('Columns that nobody asked for', () => TrainingImportNote)
  warnings: TrainingImportNote[];

  @Instant('When')
  madeAt: string;

  @RequiredText('Who', 200)
  madeBy: string;
}

export class TrainingImportNote {
  @RequiredText('In Chinese', 2000)
  zh: string;

  @RequiredText('In English', 2000)
  en: string;
}

const IMPORT_ERRORS = [
  TRAINING_RECORD_ERRORS.unreadable,
  TRAINING_RECORD_ERRORS.fileMissing,
  TRAINING_RECORD_ERRORS.tooManyRows,
] as const;

/** Takes every good row, in one transaction, and keeps what is wrong with the others; the same file again changes nothing. */
export const ImportTrainingRecords = operation({
  subject: 'hr.command.import-training-records.v1',
  request: ImportTrainingFileRequest,
  reply: TrainingImportView,
  errors: IMPORT_ERRORS,
});

/** As `ImportTrainingRecords`, of questions: a row that changes a question makes a new version of it. */
export const ImportQuestions = operation({
  subject: 'hr.command.import-questions.v1',
  request: ImportTrainingFileRequest,
  reply: TrainingImportView,
  errors: IMPORT_ERRORS,
});

export class TrainingImportReference {
  @Id('Id of the import')
  importId: string;
}

export const GetTrainingImport = operation({
  subject: 'hr.query.training-import.v1',
  request: TrainingImportReference,
  reply: TrainingImportView,
  errors: [TRAINING_RECORD_ERRORS.importNotFound],
});

export class ListTrainingImportErrorsRequest extends PageRequest {
  @Id('Id of the import')
  importId: string;
}

export const ListTrainingImportErrors = operation({
  subject: 'hr.query.training-import-errors.v1',
  request: ListTrainingImportErrorsRequest,
  reply: RowErrorPage,
  errors: [TRAINING_RECORD_ERRORS.importNotFound],
});
