import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, ValidateNested } from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import { Instant, OptionalText, RequiredText } from '../fields';
import { HANDOVER_ERRORS, LEAVE_REASONS, type LeaveReasonName } from './words';

export class DutyView {
  @RequiredText('Sign-in account of the leader', 200)
  leader: string;

  @Instant('Since when they lead the shift')
  since: string;
}

export class GetDutyRequest {}

export class OnDuty {
  @ApiPropertyOptional({ description: 'Who leads the shift; absent: nobody', type: DutyView })
  @IsOptional()
  @ValidateNested()
  @Type(() => DutyView)
  duty?: DutyView;
}

export const GetDuty = operation({
  subject: 'ticket.query.duty.v1',
  request: GetDutyRequest,
  reply: OnDuty,
});

export class TakeDutyRequest {}

/** Who asks leads the shift, where nobody does: the first time. Afterwards it passes by handovers. */
export const TakeDuty = operation({
  subject: 'ticket.command.take-duty.v1',
  request: TakeDutyRequest,
  reply: DutyView,
  errors: [HANDOVER_ERRORS.dutyTaken],
});

export class MaySignOutRequest {
  @RequiredText('Sign-in account (name) of the agent who wants to sign out', 200)
  agent: string;

  @OptionalText('Its id, where it is known: cases in hand are known by it', 200)
  accountId?: string;
}

export class LeaveReasonView {
  @ApiProperty({ description: 'Stable code', enum: LEAVE_REASONS })
  @IsIn(LEAVE_REASONS)
  code: LeaveReasonName;

  @ApiProperty({ description: 'Whether it keeps the agent; else it is only told' })
  @IsBoolean()
  blocks: boolean;

  @ApiProperty({ description: 'How many, where that means something', type: 'integer' })
  @IsInt()
  count: number;

  @ApiProperty({ description: 'In both languages', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  text: BilingualText;
}

export class SignOutVerdict {
  @ApiProperty({ description: 'Whether nothing keeps the agent' })
  @IsBoolean()
  allowed: boolean;

  @ApiProperty({ description: 'What speaks against it', type: [LeaveReasonView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeaveReasonView)
  reasons: LeaveReasonView[];
}

/** Whether an agent may leave, as far as the service desk knows: the handover (§7) and cases in hand (§8). */
export const MaySignOut = operation({
  subject: 'ticket.query.may-sign-out.v1',
  request: MaySignOutRequest,
  reply: SignOutVerdict,
});
