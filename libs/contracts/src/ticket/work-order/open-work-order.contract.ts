import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { operation } from '../../kernel/contract';
import { WORK_ORDER_ERRORS } from './work-order-errors';
import { WorkOrderFacts, WorkOrderView } from './work-order.view';

export class OpenWorkOrderRequest extends WorkOrderFacts {
  @ApiPropertyOptional({
    description:
      'A code that was set apart before, since the caller had to be told it at once (C5); otherwise one is drawn',
    example: '40718236',
  })
  @IsOptional()
  @Matches(/^\d{8}$/, { message: 'must be 8 digits' })
  queryCode?: string;
}

/**
 * Opens a work order, once per reference: a repeated request answers with the one that is there. It is told
 * apart by its reference alone; `work-order.reference-reused` when the kind differs.
 */
export const OpenWorkOrder = operation({
  subject: 'ticket.command.open-work-order.v1',
  request: OpenWorkOrderRequest,
  reply: WorkOrderView,
  errors: [
    WORK_ORDER_ERRORS.referenceReused,
    WORK_ORDER_ERRORS.identityGiven,
    WORK_ORDER_ERRORS.fieldMissing,
    WORK_ORDER_ERRORS.fieldsInvalid,
    WORK_ORDER_ERRORS.notFound,
    WORK_ORDER_ERRORS.queryCodeNotReserved,
  ],
});
