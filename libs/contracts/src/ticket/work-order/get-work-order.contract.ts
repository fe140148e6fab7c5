import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { operation } from '../../kernel/contract';
import { WorkOrderView } from './work-order.view';

export class GetWorkOrderRequest {
  @ApiProperty({ description: 'Number of the work order', example: 'W20260302-000117' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  number: string;
}

export const GetWorkOrder = operation({
  subject: 'ticket.query.work-order.v1',
  request: GetWorkOrderRequest,
  reply: WorkOrderView,
  errors: ['work-order.not-found'],
});
