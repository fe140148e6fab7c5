import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BATCH_ERRORS } from './errors';
import { ImportView } from './import.view';

export class GetImportRequest {
  @ApiProperty({ description: 'The import', format: 'uuid' })
  @IsUUID()
  importId: string;
}

/** How far an import is, and what came of it. */
export const GetImport = operation({
  subject: 'ivr.query.get-import.v1',
  request: GetImportRequest,
  reply: ImportView,
  errors: [BATCH_ERRORS.importNotFound],
});
