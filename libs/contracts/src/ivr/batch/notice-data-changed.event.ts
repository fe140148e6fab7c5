import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsString, IsUUID } from 'class-validator';
import { event } from '../../kernel/contract';

/** What the billing centre hands in, and customers are told within a working day (L24, L25). */
export const NOTICE_DATA_KINDS = ['bill-notice', 'arrears-reminder'] as const;
export type NoticeDataKind = (typeof NOTICE_DATA_KINDS)[number];

/**
 * `received` with the first good row; `noticed` once every customer was told or handed off; `withdrawn` when the batch
 * was stopped, or deleted before it began.
 */
export const NOTICE_DATA_CHANGES = ['received', 'noticed', 'withdrawn'] as const;
export type NoticeDataChange = (typeof NOTICE_DATA_CHANGES)[number];

export class NoticeDataChangedPayload {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Kind of notice', enum: NOTICE_DATA_KINDS })
  @IsIn(NOTICE_DATA_KINDS)
  kind: NoticeDataKind;

  @ApiProperty({ description: 'Name that staff gave it' })
  @IsString()
  name: string;

  @ApiProperty({ description: 'What happened to it', enum: NOTICE_DATA_CHANGES })
  @IsIn(NOTICE_DATA_CHANGES)
  change: NoticeDataChange;

  @ApiProperty({ description: 'When', format: 'date-time' })
  @IsISO8601()
  at: string;
}

/** One subject for all changes, so that they are heard in their order. */
export const NoticeDataChanged = event({
  subject: 'ivr.event.notice-data-changed.v1',
  payload: NoticeDataChangedPayload,
});
