import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { RowErrorPage, TableImportView } from '../../kernel/table-import';
import {
  ListTableRowErrorsRequest,
  StoredTableRequest,
  TableImportReference,
  TableRows,
} from '../../kernel/table-import-requests';

export const STAFF_IMPORT_ERRORS = {
  notFound: 'staff-import.not-found',
  /** The same bytes were imported; `details` has importId and importedAt. */
  sameFile: 'staff-import.already-imported',
  /** Another import of staff runs; `details.importId` names it. */
  running: 'staff-import.already-running',
  /** The stored upload is not there (any more). */
  fileMissing: 'staff-import.file-missing',
} as const;

export class StaffImportView extends TableImportView {}

export class ImportStaffFileRequest extends StoredTableRequest {}

/** Takes a CSV or XLSX file of the shared file store; its rows follow in the background, all good rows in one transaction. */
export const ImportStaffFile = operation({
  subject: 'hr.command.import-staff-file.v1',
  request: ImportStaffFileRequest,
  reply: StaffImportView,
  errors: [STAFF_IMPORT_ERRORS.sameFile, STAFF_IMPORT_ERRORS.running, STAFF_IMPORT_ERRORS.fileMissing],
});

export class ImportStaffRowsRequest {
  @TableRows('Rows, with the fields of the JSON names')
  rows: Record<string, unknown>[];
}

/** A bad row is reported like a file's bad line (line = its place in `rows`, from 1) and stops no other. */
export const ImportStaffRows = operation({
  subject: 'hr.command.import-staff-rows.v1',
  request: ImportStaffRowsRequest,
  reply: StaffImportView,
  errors: [STAFF_IMPORT_ERRORS.running],
});

export class StaffImportReference extends TableImportReference {}

export const GetStaffImport = operation({
  subject: 'hr.query.staff-import.v1',
  request: StaffImportReference,
  reply: StaffImportView,
  errors: [STAFF_IMPORT_ERRORS.notFound],
});

export class ListStaffImportsRequest extends PageRequest {}

export class StaffImportPage extends PageOf(StaffImportView, 'Imports, the newest first') {}

export const ListStaffImports = operation({
  subject: 'hr.query.staff-imports.v1',
  request: ListStaffImportsRequest,
  reply: StaffImportPage,
});

export class ListStaffRowErrorsRequest extends ListTableRowErrorsRequest {}

/** What is wrong with which row, by line. */
export const ListStaffRowErrors = operation({
  subject: 'hr.query.staff-row-errors.v1',
  request: ListStaffRowErrorsRequest,
  reply: RowErrorPage,
  errors: [STAFF_IMPORT_ERRORS.notFound],
});
