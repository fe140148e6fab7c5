import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsString, MaxLength, Min } from 'class-validator';
import { event } from '../../kernel/contract';
import { Instant } from '../fields';
import { WorkOrderView } from './work-order.view';

export class WorkOrderChangedPayload extends PickType(WorkOrderView, [
  'number',
  'kind',
  'status',
  'stage',
  'owner',
  'assignee',
  'channel',
] as const) {
  @ApiProperty({ description: 'Type of the event of its history', example: 'assigned' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  eventType: string;

  @ApiProperty({ description: 'Place in its history, from 1', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  seq: number;

  @Instant('When')
  at: string;
}

/**
 * Something happened to a work order; one for each event of its history, the opening too. It names nobody who called, and
 * bears no code: other services keep what they are told (C5).
 */
export const WorkOrderChanged = event({
  subject: 'ticket.event.work-order-changed.v1',
  payload: WorkOrderChangedPayload,
});
