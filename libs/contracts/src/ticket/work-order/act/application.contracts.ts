import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { BilingualText } from '../../../kernel/bilingual-text';
import { operation } from '../../../kernel/contract';
import { OptionalInstant, OptionalText, RequiredText } from '../../fields';
import { GetWorkOrderRequest } from '../get-work-order.contract';
import { WORK_ORDER_ERRORS } from '../work-order-errors';
import { act, WorkOrderAct } from './act';

export class PaperView {
  @RequiredText('Code of the paper', 40)
  code: string;

  @ApiProperty({ description: 'What it is called', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  names: BilingualText;

  @ApiProperty({ description: 'It is there' })
  @IsBoolean()
  received: boolean;

  @OptionalInstant('When it was ticked off, or the tick taken back')
  at?: string;

  @ApiPropertyOptional({ description: 'By whom', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  by?: string;

  @OptionalText('What was noted with it', 500)
  note?: string;
}

export class PaperChecklist {
  @ApiProperty({
    description: 'Papers of the application by the kind of customer, in the order of the catalogue',
    type: [PaperView],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PaperView)
  items: PaperView[];
}

/** Papers that an applicant brings, as the rules of the day of opening say (§2.6); none until the kinds are known. */
export const GetApplicationPapers = operation({
  subject: 'ticket.query.application-papers.v1',
  request: GetWorkOrderRequest,
  reply: PaperChecklist,
  errors: [WORK_ORDER_ERRORS.notFound],
});

export class TickPaperRequest extends WorkOrderAct {
  @RequiredText('Code of the paper', 40)
  paper: string;

  @ApiPropertyOptional({ description: 'It is there (the default), or the tick is taken back' })
  @IsOptional()
  @IsBoolean()
  received?: boolean;

  @OptionalText('To be noted with it', 500)
  note?: string;
}

export const TickPaper = act('tick-paper', TickPaperRequest, WORK_ORDER_ERRORS.paperUnknown);

/** Steps to supply, whose limits are service clocks (L21–L23). */
export const APPLICATION_MILESTONES = [
  'supply-plan-told',
  'design-submitted',
  'design-reviewed',
  'ready-to-connect',
  'connected',
] as const;
export type ApplicationMilestone = (typeof APPLICATION_MILESTONES)[number];

export class ReachMilestoneRequest extends WorkOrderAct {
  @ApiProperty({ description: 'What is reached', enum: APPLICATION_MILESTONES })
  @IsIn(APPLICATION_MILESTONES)
  milestone: ApplicationMilestone;

  @OptionalText('Why late, where it is', 1000)
  note?: string;
}

export const ReachMilestone = act('reach-milestone', ReachMilestoneRequest);
