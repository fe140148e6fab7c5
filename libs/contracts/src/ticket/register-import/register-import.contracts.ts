import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { RowErrorPage } from '../../kernel/table-import';
import {
  ListTableRowErrorsRequest,
  StoredTableRequest,
  TableImportReference,
  TableRows,
} from '../../kernel/table-import-requests';
import {
  REGISTER_IMPORT_ERRORS,
  REGISTER_KINDS,
  RegisterImportView,
  type RegisterKind,
} from './register-import.view';

export class ImportRegisterFileRequest extends StoredTableRequest {
  @ApiProperty({ description: 'The register', enum: REGISTER_KINDS })
  @IsIn(REGISTER_KINDS)
  register: RegisterKind;
}

/**
 * Takes a CSV or XLSX file that lies in the shared file store. Answers as soon as the file was read once
 * (hash, encoding); rows follow in the background, all good rows in one transaction.
 */
export const ImportRegisterFile = operation({
  subject: 'ticket.command.import-register-file.v1',
  request: ImportRegisterFileRequest,
  reply: RegisterImportView,
  errors: [
    REGISTER_IMPORT_ERRORS.sameFile,
    REGISTER_IMPORT_ERRORS.running,
    REGISTER_IMPORT_ERRORS.fileMissing,
  ],
});

export class ImportRegisterRowsRequest {
  @ApiProperty({ description: 'The register', enum: REGISTER_KINDS })
  @IsIn(REGISTER_KINDS)
  register: RegisterKind;

  @TableRows("Rows, with the fields of the register's JSON names; money in fen")
  rows: Record<string, unknown>[];
}

/** A bad row is reported like a file's bad line (line = its place in `rows`, from 1) and stops no other. */
export const ImportRegisterRows = operation({
  subject: 'ticket.command.import-register-rows.v1',
  request: ImportRegisterRowsRequest,
  reply: RegisterImportView,
  errors: [REGISTER_IMPORT_ERRORS.sameFile, REGISTER_IMPORT_ERRORS.running],
});

export class RegisterImportReference extends TableImportReference {}

export const GetRegisterImport = operation({
  subject: 'ticket.query.register-import.v1',
  request: RegisterImportReference,
  reply: RegisterImportView,
  errors: [REGISTER_IMPORT_ERRORS.notFound],
});

export class ListRegisterImportsRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only this register', enum: REGISTER_KINDS })
  @IsOptional()
  @IsIn(REGISTER_KINDS)
  register?: RegisterKind;
}

export class RegisterImportPage extends PageOf(RegisterImportView, 'Imports, the newest first') {}

export const ListRegisterImports = operation({
  subject: 'ticket.query.register-imports.v1',
  request: ListRegisterImportsRequest,
  reply: RegisterImportPage,
});

export class ListRegisterRowErrorsRequest extends ListTableRowErrorsRequest {}

/** What is wrong with which row, by line. */
export const ListRegisterRowErrors = operation({
  subject: 'ticket.query.register-row-errors.v1',
  request: ListRegisterRowErrorsRequest,
  reply: RowErrorPage,
  errors: [REGISTER_IMPORT_ERRORS.notFound],
});
