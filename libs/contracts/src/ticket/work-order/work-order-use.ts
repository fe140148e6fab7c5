import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional } from 'class-validator';
import { WORK_ORDER_KINDS, type WorkOrderKind } from './work-order.view';

/** A work order that something is needed for. */
export class WorkOrderUse {
  @ApiProperty({ description: 'Kind of the work order', enum: WORK_ORDER_KINDS })
  @IsIn(WORK_ORDER_KINDS)
  kind: WorkOrderKind;

  @ApiPropertyOptional({ description: 'When the work order was closed; absent while it is open' })
  @IsOptional()
  @IsISO8601()
  closedAt?: string;
}
