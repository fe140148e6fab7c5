import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  OptionalAccountNo,
  OptionalAreaCode,
  OptionalFlag,
  OptionalInstant,
  OptionalPhone,
  OptionalText,
} from '../fields';
import { OptionalWorkOrderNumber } from './work-order-number.field';
import {
  INTAKE_CHANNELS,
  type IntakeChannel,
  WORK_ORDER_KINDS,
  WORK_ORDER_STATUSES,
  WorkOrderView,
  type WorkOrderKind,
  type WorkOrderStatus,
} from './work-order.view';

export const WORK_ORDER_SORTS = ['newest', 'oldest', 'changed', 'due'] as const;
export type WorkOrderSort = (typeof WORK_ORDER_SORTS)[number];

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

  @OptionalText('Only in this stage', 40)
  stage?: string;

  @OptionalText('Only with this department, or `centre`', 40)
  owner?: string;

  @OptionalText('Only those that this person sees to', 200)
  assignee?: string;

  @OptionalText('Only those that this person is responsible for', 200)
  responsible?: string;

  @OptionalAreaCode()
  areaCode?: string;

  @OptionalPhone('Only with this number')
  phone?: string;

  @ApiPropertyOptional({ description: 'Only the one with this query code', example: '40718236' })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'must be 8 digits' })
  queryCode?: string;

  @OptionalText('Only of this content category', 60)
  contentCategory?: string;

  @ApiPropertyOptional({ description: 'Only taken in here', enum: INTAKE_CHANNELS })
  @IsOptional()
  @IsIn(INTAKE_CHANNELS)
  channel?: IntakeChannel;

  @OptionalWorkOrderNumber('Only those of the same fault as this one')
  parent?: string;

  @OptionalWorkOrderNumber('Only duplicates that were merged into this one')
  mergedInto?: string;

  @ApiPropertyOptional({ description: 'Only about this outage', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;

  @OptionalFlag('Only those that lack (true) or have (false) all that their kind needs')
  incomplete?: boolean;

  @OptionalFlag('Only those with a service clock that is past its due')
  overdue?: boolean;

  @OptionalFlag('Only those whose customer was told the result (true) or was not yet (false)')
  told?: boolean;

  @OptionalInstant('Only those opened at this time or later')
  openedFrom?: string;

  @OptionalInstant('Only those opened before this time')
  openedBefore?: string;

  @OptionalText('Only those whose text, own fields or result hold these words', 100)
  search?: string;

  @ApiPropertyOptional({
    description: '`newest` first unless told; `due`: those with a running clock, the nearest due first',
    enum: WORK_ORDER_SORTS,
  })
  @IsOptional()
  @IsIn(WORK_ORDER_SORTS)
  sort?: WorkOrderSort;
}

export class WorkOrderPage extends PageOf(WorkOrderView, 'Work orders, in the order that was asked for') {}

export const ListWorkOrders = operation({
  subject: 'ticket.query.work-orders.v1',
  request: ListWorkOrdersRequest,
  reply: WorkOrderPage,
});
