import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { OptionalAccountNo } from '../fields';
import {
  WORK_ORDER_KINDS,
  WORK_ORDER_STATUSES,
  WorkOrderView,
  type WorkOrderKind,
  type WorkOrderStatus,
} from './work-order.view';

export class ListWorkOrdersRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only this kind', enum: WORK_ORDER_KINDS })
  @IsOptional()
  @IsIn(WORK_ORDER_KINDS)
  kind?: WorkOrderKind;

  @ApiPropertyOptional({ description: 'Only with this status', enum: WORK_ORDER_STATUSES })
  @IsOptional()
  @IsIn(WORK_ORDER_STATUSES)
  status?: WorkOrderStatus;

  @OptionalAccountNo()
  accountNo?: string;
}

export class WorkOrderPage {
  @ApiProperty({ description: 'Work orders, the latest first', type: [WorkOrderView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WorkOrderView)
  items: WorkOrderView[];

  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
  @IsOptional()
  @IsString()
  nextCursor?: string;
}

export const ListWorkOrders = operation({
  subject: 'ticket.query.work-orders.v1',
  request: ListWorkOrdersRequest,
  reply: WorkOrderPage,
});
