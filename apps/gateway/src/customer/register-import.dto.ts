import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import {
  ImportRegisterRowsRequest,
  ListRegisterRowErrorsRequest,
  RegisterImportReference,
} from '@switchyard/contracts';
import { IsOptional, IsString, Length } from 'class-validator';
import { ExportOptions } from '../http/export-of';

export class RegisterImportPath extends RegisterImportReference {}

export class RegisterRowsBody extends OmitType(ImportRegisterRowsRequest, ['register'] as const) {}

export class RegisterRowErrorsQuery extends OmitType(ListRegisterRowErrorsRequest, ['importId'] as const) {}

export class RegisterRowErrorsExportQuery extends ExportOptions {}

export class RegisterUploadQuery {
  @ApiPropertyOptional({ description: 'Name of a file that is sent as the body itself', maxLength: 255 })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  fileName?: string;
}
