import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { BilingualText } from '../../../kernel/bilingual-text';
import { operation } from '../../../kernel/contract';
import { PageOf, PageRequest } from '../../../kernel/paging';
import { Day, Fen, Instant, OptionalDay, OptionalText, RequiredText } from '../../fields';
import { GetWorkOrderRequest } from '../get-work-order.contract';
import { WORK_ORDER_ERRORS } from '../work-order-errors';
import { WorkOrderNumber } from '../work-order-number.field';
import { act, WorkOrderAct } from './act';
import { ReasonAct } from './work.contracts';

const MOST_FEN = 10_000_000_000;

export class ProposeCompensationRequest extends WorkOrderAct {
  @RequiredText('Code of the compensation scheme', 40)
  scheme: string;

  @Fen('What is offered; 0 where it is no money')
  amountFen: number;

  @RequiredText('Why', 2000)
  reason: string;
}

/** Within the authority of the named handler it holds at once, else a second person approves it (§2.10). */
export const ProposeCompensation = act(
  'propose-compensation',
  ProposeCompensationRequest,
  WORK_ORDER_ERRORS.compensationRefused,
);

export class ApproveCompensationRequest extends WorkOrderAct {
  @ApiPropertyOptional({
    description: 'What is granted, in fen; as proposed unless told, never more',
    type: 'integer',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  amountFen?: number;

  @OptionalText('To be noted', 1000)
  note?: string;
}

const ERRORS = [WORK_ORDER_ERRORS.compensationState, WORK_ORDER_ERRORS.samePerson] as const;

/** Not by whoever proposed it. */
export const ApproveCompensation = act(
  'approve-compensation',
  ApproveCompensationRequest,
  ...ERRORS,
  WORK_ORDER_ERRORS.compensationRefused,
);
export const RefuseCompensation = act('refuse-compensation', ReasonAct, ...ERRORS);

export class PayCompensationRequest extends WorkOrderAct {
  @RequiredText('What it was paid by: a voucher, a corrected bill', 100)
  voucher: string;
}

export const PayCompensation = act(
  'pay-compensation',
  PayCompensationRequest,
  WORK_ORDER_ERRORS.compensationState,
);

export class FindCauseRequest extends WorkOrderAct {
  @RequiredText('Cause', 2000)
  cause: string;

  @OptionalText('Cause as a word, for the analysis', 60)
  causeCode?: string;
}

export const FindCause = act('find-cause', FindCauseRequest);

export class PlanMeasureRequest extends WorkOrderAct {
  @RequiredText('What is to be improved, and how', 2000)
  text: string;

  @RequiredText('Department that does it', 40)
  department: string;

  @Day('Until when')
  dueOn: string;
}

export const PlanMeasure = act(
  'plan-measure',
  PlanMeasureRequest,
  WORK_ORDER_ERRORS.departmentUnknown,
  WORK_ORDER_ERRORS.departmentInactive,
);

export class MeasureAct extends WorkOrderAct {
  @ApiProperty({ description: 'Id of the measure', format: 'uuid' })
  @IsUUID()
  measure: string;
}

export class FinishMeasureRequest extends MeasureAct {
  @RequiredText('What was done', 2000)
  text: string;
}

const MEASURE_ERRORS = [WORK_ORDER_ERRORS.measureUnknown, WORK_ORDER_ERRORS.measureState] as const;

export const FinishMeasure = act('finish-measure', FinishMeasureRequest, ...MEASURE_ERRORS);

export class VerifyMeasureRequest extends MeasureAct {
  @ApiProperty({ description: 'It works; otherwise it is open again' })
  @IsBoolean()
  effective: boolean;

  @OptionalText('What was seen', 2000)
  text?: string;
}

/** Plan, do, check, act: a measure ends when somebody has seen that it works. */
export const VerifyMeasure = act('verify-measure', VerifyMeasureRequest, ...MEASURE_ERRORS);

export const MEASURE_STATUSES = ['planned', 'done', 'effective'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

export class MeasureView {
  @ApiProperty({ description: 'Id of the measure', format: 'uuid' })
  @IsUUID()
  measure: string;

  @WorkOrderNumber('Complaint that it comes from')
  number: string;

  @RequiredText('What is to be improved, and how', 2000)
  text: string;

  @RequiredText('Department that does it', 40)
  department: string;

  @Day('Until when')
  dueOn: string;

  @ApiProperty({ description: 'Where it stands', enum: MEASURE_STATUSES })
  @IsIn(MEASURE_STATUSES)
  status: MeasureStatus;

  @Instant('When it changed last')
  updatedAt: string;
}

export class ListMeasuresRequest extends PageRequest {
  @OptionalText('Only of this department', 40)
  department?: string;

  @ApiPropertyOptional({ description: 'Only with this status', enum: MEASURE_STATUSES })
  @IsOptional()
  @IsIn(MEASURE_STATUSES)
  status?: MeasureStatus;

  @OptionalDay('Only those due on this day or before')
  dueUntil?: string;
}

export class MeasurePage extends PageOf(MeasureView, 'Measures, the nearest due first') {}

/** Improvements that complaints led to, followed to their end. */
export const ListMeasures = operation({
  subject: 'ticket.query.measures.v1',
  request: ListMeasuresRequest,
  reply: MeasurePage,
});

export const COMPENSATION_STATUSES = ['none', 'pending', 'approved', 'refused', 'paid'] as const;

export class ComplaintView {
  @RequiredText('Named handler of this content (投诉责任人)', 200)
  handler: string;

  @RequiredText('Department', 40)
  department: string;

  @ApiProperty({ description: 'What the handler may grant alone, in fen', type: 'integer' })
  @IsInt()
  @Min(0)
  authorityFen: number;

  @ApiProperty({ description: 'Days in which it is to be done', type: 'integer' })
  @IsInt()
  periodDays: number;

  @ApiProperty({ description: 'Days in which the customer is called back', type: 'integer' })
  @IsInt()
  callBackDays: number;

  @ApiProperty({ description: 'Compensation schemes that may be offered', type: [String] })
  @IsString({ each: true })
  schemes: string[];

  @ApiProperty({ description: 'What to say', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  script: BilingualText;

  @ApiProperty({ description: 'Where the compensation stands', enum: COMPENSATION_STATUSES })
  @IsIn(COMPENSATION_STATUSES)
  compensation: (typeof COMPENSATION_STATUSES)[number];

  @ApiPropertyOptional({ description: 'What is offered or granted, in fen', type: 'integer' })
  @IsOptional()
  @IsInt()
  compensationFen?: number;

  @OptionalText('Cause', 2000)
  cause?: string;
}

/** What is agreed for a complaint of this content, and what became of it. */
export const GetComplaintProgramme = operation({
  subject: 'ticket.query.complaint-programme.v1',
  request: GetWorkOrderRequest,
  reply: ComplaintView,
  errors: [WORK_ORDER_ERRORS.notFound, WORK_ORDER_ERRORS.noComplaint],
});
