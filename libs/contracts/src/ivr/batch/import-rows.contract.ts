import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { MAX_ROWS_PER_REQUEST } from '../../kernel/table-import';
import { BATCH_ERRORS } from './errors';
import { ImportView } from './import.view';

/**
 * Rows by API: accountNo, name, phone, customerKind?, language? and the kind's own fields, money in fen.
 * bill-notice: readingDate, registerValue, energyKwh, amountFen, previousBalanceFen, payableFen.
 * arrears-reminder: billMonth, arrearsFen, penaltyFen, penaltyMethod, totalFen, payPlace.
 * outage-notice: outage (names it; with the account, one notice), occasion?, area, cause, startsAt, restorationAt?.
 * A bad row is reported like a file's bad line (line = its place in `rows`, from 1) and stops no other.
 */
export class ImportRowsRequest {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Rows', type: 'array', items: { type: 'object', additionalProperties: true } })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ROWS_PER_REQUEST)
  @IsObject({ each: true })
  rows: Record<string, unknown>[];
}

export const ImportRows = operation({
  subject: 'ivr.command.import-rows.v1',
  request: ImportRowsRequest,
  reply: ImportView,
  errors: [BATCH_ERRORS.notFound, BATCH_ERRORS.wrongState, BATCH_ERRORS.importRunning, BATCH_ERRORS.sameFile],
});
