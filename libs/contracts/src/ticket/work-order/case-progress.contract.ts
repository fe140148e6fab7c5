import { ApiProperty, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import { WorkOrderView } from './work-order.view';

export class CaseProgressRequest {
  @ApiProperty({ description: 'The eight digits that the caller was given', example: '40718236' })
  @Matches(/^\d{8}$/, { message: 'must be 8 digits' })
  queryCode: string;
}

/** Nothing of who asked and what for: the code alone is no proof of identity. */
export class CaseProgress extends PickType(WorkOrderView, [
  'number',
  'kind',
  'status',
  'openedAt',
  'dueAt',
] as const) {
  @ApiProperty({ description: 'How far it is, as it is said', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  progress: BilingualText;
}

export class FoundCase {
  @ApiProperty({
    description: 'The case; null when no case has the code',
    type: CaseProgress,
    nullable: true,
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CaseProgress)
  case: CaseProgress | null;
}

/** How far a caller's case is, by query code (T1.5). Whoever lets callers key codes limits their tries. */
export const GetCaseProgress = operation({
  subject: 'ticket.query.case-progress.v1',
  request: CaseProgressRequest,
  reply: FoundCase,
});
