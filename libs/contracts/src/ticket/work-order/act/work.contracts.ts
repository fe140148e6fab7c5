import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional } from 'class-validator';
import {
  Instant,
  OptionalAccountNo,
  OptionalAreaCode,
  OptionalPhone,
  OptionalText,
  RequiredText,
} from '../../fields';
import { APPLICATION_KINDS, type ApplicationKind } from '../application-kinds';
import { WORK_ORDER_ERRORS } from '../work-order-errors';
import { WORK_ORDER_KINDS, type WorkOrderKind } from '../work-order.view';
import { act, WorkOrderAct } from './act';

export class ClassifyWorkOrderRequest extends WorkOrderAct {
  @ApiPropertyOptional({
    description: 'The right kind, where another was taken down',
    enum: WORK_ORDER_KINDS,
  })
  @IsOptional()
  @IsIn(WORK_ORDER_KINDS)
  kind?: WorkOrderKind;

  @OptionalText('Category of the content', 60)
  contentCategory?: string;

  @ApiPropertyOptional({
    description: "The kind's own fields; what is left out stays, null takes a field away",
    type: 'object',
    additionalProperties: true,
  })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  @OptionalAccountNo()
  accountNo?: string;

  @OptionalPhone('Number to call back')
  phone?: string;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ description: 'What is applied for', enum: APPLICATION_KINDS })
  @IsOptional()
  @IsIn(APPLICATION_KINDS)
  applicationKind?: ApplicationKind;

  @OptionalText('Why, where the kind changes', 500)
  reason?: string;
}

/** Classifies a work order and completes what its kind needs (§2.9); it stays incomplete until all is told. */
export const ClassifyWorkOrder = act(
  'classify-work-order',
  ClassifyWorkOrderRequest,
  WORK_ORDER_ERRORS.fieldsInvalid,
  WORK_ORDER_ERRORS.identityGiven,
  WORK_ORDER_ERRORS.fieldMissing,
);

export class TextAct extends WorkOrderAct {
  @RequiredText('In words', 4000)
  text: string;
}

export const NoteOnWorkOrder = act('note-on-work-order', TextAct);

/** What is not finished in time gets a reply all the same (L16). */
export const ReplyInterim = act('reply-interim-on-work-order', TextAct);

export class AnswerWorkOrderRequest extends WorkOrderAct {
  @RequiredText('Result', 4000)
  result: string;

  @OptionalText('Number of the written answer', 100)
  writtenReference?: string;
}

/** The department's result, to the centre (§2.2, §2.4). */
export const AnswerWorkOrder = act('answer-work-order', AnswerWorkOrderRequest);

export class ReasonAct extends WorkOrderAct {
  @RequiredText('Why', 1000)
  reason: string;
}

/** A result that misses the standard goes back to the department that gave it (§2.9). */
export const SendBackWorkOrder = act('send-back-work-order', ReasonAct);

/** The clocks stand still, for instance while the customer's papers are awaited. */
export const PauseWorkOrder = act('pause-work-order', ReasonAct);

export class ResumeWorkOrderRequest extends WorkOrderAct {
  @OptionalText('Why', 1000)
  reason?: string;
}

export const ResumeWorkOrder = act('resume-work-order', ResumeWorkOrderRequest);

export const URGING_CHANNELS = ['phone', 'sms', 'fax', 'system'] as const;
export type UrgingChannel = (typeof URGING_CHANNELS)[number];

export const URGED_BY = ['customer', 'centre'] as const;
export type UrgedBy = (typeof URGED_BY)[number];

export class UrgeWorkOrderRequest extends WorkOrderAct {
  @ApiProperty({ description: 'Who urges: the customer, or the centre at or past a limit', enum: URGED_BY })
  @IsIn(URGED_BY)
  by: UrgedBy;

  @ApiProperty({ description: 'By what', enum: URGING_CHANNELS })
  @IsIn(URGING_CHANNELS)
  channel: UrgingChannel;

  @OptionalText('What was said', 1000)
  text?: string;
}

/** The department is urged (§2.7); whether a limit was past is noted with it. The centre urges at or past a limit only. */
export const UrgeWorkOrder = act('urge-work-order', UrgeWorkOrderRequest, WORK_ORDER_ERRORS.notDueYet);

export class PromiseReplyRequest extends WorkOrderAct {
  @Instant('The time that the customer was given; in the future')
  at: string;

  @OptionalText('Whom it was promised to', 200)
  to?: string;
}

/** A time to reply by was given to the customer (L34). */
export const PromiseReply = act('promise-reply', PromiseReplyRequest, WORK_ORDER_ERRORS.inPast);
