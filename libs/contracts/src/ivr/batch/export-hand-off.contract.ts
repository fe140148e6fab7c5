import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BATCH_ERRORS } from './errors';
import { HAND_OFF_FORMATS, type HandOffFormat } from './words';

export class ExportHandOffRequest {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Format of the file', enum: HAND_OFF_FORMATS })
  @IsIn(HAND_OFF_FORMATS)
  format: HandOffFormat;
}

export class HandOffExport {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Format of the file', enum: HAND_OFF_FORMATS })
  @IsIn(HAND_OFF_FORMATS)
  format: HandOffFormat;

  @ApiProperty({ description: 'Key in the shared file store' })
  @IsString()
  fileKey: string;

  @ApiProperty({ description: 'Name of the file' })
  @IsString()
  fileName: string;

  @ApiProperty({ description: 'Media type' })
  @IsString()
  contentType: string;

  @ApiProperty({ description: 'Size in bytes', type: 'integer' })
  @IsInt()
  bytes: number;

  @ApiProperty({ description: 'SHA-256 of the bytes' })
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;

  @ApiProperty({ description: 'Number of contacts', type: 'integer' })
  @IsInt()
  contacts: number;

  @ApiProperty({ description: 'When it was made', format: 'date-time' })
  @IsISO8601()
  createdAt: string;
}

/**
 * The final list as a file: rendered once, stored, and the same bytes ever after (T2.11). Refused with
 * `hand-off.not-final` before the batch has ended and its last call is settled. Rendering many letters
 * takes longer than a usual request: give it 120 s; a repeated request joins the rendering in progress.
 */
export const ExportHandOff = operation({
  subject: 'ivr.command.export-hand-off.v1',
  request: ExportHandOffRequest,
  reply: HandOffExport,
  errors: [BATCH_ERRORS.notFound, BATCH_ERRORS.handOffNotFinal],
});
