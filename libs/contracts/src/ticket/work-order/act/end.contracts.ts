import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateIf, ValidateNested } from 'class-validator';
import { OptionalText, RequiredText } from '../../fields';
import { WORK_ORDER_ERRORS } from '../work-order-errors';
import { WorkOrderNumber } from '../work-order-number.field';
import { WorkOrderAttachment } from '../work-order.view';
import { act, WorkOrderAct } from './act';
import { ReasonAct } from './work.contracts';

export class DecideWorkOrderRequest extends WorkOrderAct {
  @RequiredText('The decision, as the customer will be told it', 4000)
  decision: string;
}

/** What is decided on a complaint or a report (L18 runs from here). */
export const DecideWorkOrder = act('decide-work-order', DecideWorkOrderRequest);

export const TELLING_CHANNELS = ['phone', 'sms', 'fax', 'letter', 'chat', 'hall'] as const;
export type TellingChannel = (typeof TELLING_CHANNELS)[number];

export class TellCustomerRequest extends WorkOrderAct {
  @ApiProperty({ description: 'How', enum: TELLING_CHANNELS })
  @IsIn(TELLING_CHANNELS)
  how: TellingChannel;

  @OptionalText('What was said', 4000)
  text?: string;
}

/** The customer was told the result (L18). */
export const TellCustomer = act('tell-customer', TellCustomerRequest, WORK_ORDER_ERRORS.nobodyToTell);

export class CloseWorkOrderRequest extends WorkOrderAct {
  @RequiredText('Result', 4000)
  result: string;

  @OptionalText('Result as a word, e.g. solved, withdrawn, refused', 60)
  resultCode?: string;
}

/** Closes a work order, and with it those that were reported for the same fault. */
export const CloseWorkOrder = act(
  'close-work-order',
  CloseWorkOrderRequest,
  WORK_ORDER_ERRORS.incomplete,
  WORK_ORDER_ERRORS.unsettled,
);

/** Goes on from the beginning, in a cycle of its own; what was judged of the one before stays. */
export const ReopenWorkOrder = act('reopen-work-order', ReasonAct);

export class MergeWorkOrderRequest extends WorkOrderAct {
  @WorkOrderNumber('The work order that says the same and goes on')
  into: string;

  @OptionalText('Why', 500)
  reason?: string;
}

/** Ends a duplicate; its callers are told with the other one. */
export const MergeWorkOrder = act('merge-work-order', MergeWorkOrderRequest, WORK_ORDER_ERRORS.badTarget);

export class LinkWorkOrderRequest extends WorkOrderAct {
  @ApiProperty({
    description: 'The first work order of the same fault; null takes the link away',
    type: String,
    nullable: true,
    example: 'W20260302-000117',
  })
  @ValidateIf((_, value) => value !== null)
  @WorkOrderNumber('Number of the parent')
  parent: string | null;
}

/** One fault with many callers: closed with the first that was reported. */
export const LinkWorkOrder = act('link-work-order', LinkWorkOrderRequest, WORK_ORDER_ERRORS.badTarget);

export class AttachToWorkOrderRequest extends WorkOrderAct {
  @ApiProperty({ description: 'What is added', type: [WorkOrderAttachment] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => WorkOrderAttachment)
  attachments: WorkOrderAttachment[];
}

export const AttachToWorkOrder = act(
  'attach-to-work-order',
  AttachToWorkOrderRequest,
  WORK_ORDER_ERRORS.tooManyAttachments,
);
