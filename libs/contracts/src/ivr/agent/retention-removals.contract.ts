import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';

export const RETENTION_REMOVALS = ['message', 'stray-file'] as const;
export type RetentionRemovalWord = (typeof RETENTION_REMOVALS)[number];

export class RetentionRemovalView {
  @ApiProperty({ description: 'When it was deleted', format: 'date-time' })
  @IsISO8601()
  removedAt: string;

  @ApiProperty({
    description:
      "`message`: what a caller left with a work order; `stray-file`: a file of no call, in the PBX's folder",
    enum: RETENTION_REMOVALS,
  })
  @IsIn(RETENTION_REMOVALS)
  what: RetentionRemovalWord;

  @ApiProperty({ description: 'Key or name of the file; it leads to no caller' })
  @IsString()
  item: string;

  @ApiProperty({ description: 'Since when it had been there', format: 'date-time' })
  @IsISO8601()
  keptSince: string;

  @ApiProperty({ description: 'Days that the policy in force gave it', type: 'integer' })
  @IsInt()
  days: number;
}

export class ListRetentionRemovalsRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only these', enum: RETENTION_REMOVALS })
  @IsOptional()
  @IsIn(RETENTION_REMOVALS)
  what?: RetentionRemovalWord;

  @ApiPropertyOptional({ description: 'Deleted at or after', format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ description: 'Deleted before', format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

export class RetentionRemovalPage extends PageOf(RetentionRemovalView, 'One page, the latest first') {}

/** What retention has deleted beside recordings, whose own entries tell it. */
export const ListRetentionRemovals = operation({
  subject: 'ivr.query.list-retention-removals.v1',
  request: ListRetentionRemovalsRequest,
  reply: RetentionRemovalPage,
});
