import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BATCH_ERRORS } from './errors';
import { ImportView } from './import.view';

/**
 * Takes a CSV or XLSX file that lies in the shared file store (T2.2). Answers as soon as the file was
 * read once (hash, encoding); rows follow in the background: ask `get-import`.
 */
export class ImportFileRequest {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Key in the file store' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/)
  fileKey: string;

  @ApiProperty({ description: 'Name of the file', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  fileName?: string;

  @ApiProperty({ description: 'Only a hint: the bytes decide', required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  contentType?: string;
}

export const ImportFile = operation({
  subject: 'ivr.command.import-file.v1',
  request: ImportFileRequest,
  reply: ImportView,
  errors: [
    BATCH_ERRORS.notFound,
    BATCH_ERRORS.wrongState,
    BATCH_ERRORS.importRunning,
    BATCH_ERRORS.sameFile,
    BATCH_ERRORS.fileMissing,
  ],
});
