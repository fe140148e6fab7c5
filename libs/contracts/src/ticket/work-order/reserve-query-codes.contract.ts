import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsInt, Matches, Max, Min } from 'class-validator';
import { operation } from '../../kernel/contract';

export class ReserveQueryCodesRequest {
  @ApiProperty({ description: 'How many', type: 'integer', minimum: 1, maximum: 100 })
  @IsInt()
  @Min(1)
  @Max(100)
  count: number;
}

export class ReservedQueryCodes {
  @ApiProperty({ description: 'Eight digits each; no other work order gets them', type: [String] })
  @IsArray()
  @Matches(/^\d{8}$/, { each: true })
  queryCodes: string[];
}

/**
 * Sets query codes apart for work orders that are opened later: an anonymous caller is told the code while still on
 * the line, and the case is opened when the caller has been forgotten (C5). Nothing is kept of who asked, and the day
 * only of when. A code waits for its work order for ever.
 */
export const ReserveQueryCodes = operation({
  subject: 'ticket.command.reserve-query-codes.v1',
  request: ReserveQueryCodesRequest,
  reply: ReservedQueryCodes,
});
