import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Min } from 'class-validator';
import type { MessageClass, Operation } from '../../../kernel/contract';
import { operation } from '../../../kernel/contract';
import { OptionalText } from '../../fields';
import { WORK_ORDER_ERRORS } from '../work-order-errors';
import { WorkOrderNumber } from '../work-order-number.field';
import { WorkOrderView } from '../work-order.view';

/** What every act on a work order may say. */
export class WorkOrderAct {
  @WorkOrderNumber('Number of the work order')
  number: string;

  @ApiPropertyOptional({
    description: '`seq` of the view on which it was decided; refused when the work order has changed since',
    type: 'integer',
    minimum: 1,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedSeq?: number;

  @OptionalText("The sender's own name for the act; the same reference acts once on a work order", 100)
  reference?: string;
}

/** An act that answers with the work order as it is afterwards. */
export function act<Request extends WorkOrderAct>(
  name: string,
  request: MessageClass<Request>,
  ...errors: readonly string[]
): Operation<Request, WorkOrderView> {
  return operation({
    subject: `ticket.command.${name}.v1`,
    request,
    reply: WorkOrderView,
    errors: [
      WORK_ORDER_ERRORS.notFound,
      WORK_ORDER_ERRORS.wrongState,
      WORK_ORDER_ERRORS.versionConflict,
      ...errors,
    ],
  });
}
