import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import { RequiredText } from '../../kernel/fields';
import { FiledPaper } from '../attendance/interview.contracts';
import { ATTENDANCE_ERRORS } from '../attendance/words';
import { LeaveReference, LeaveView } from './leave.view';
import { LEAVE_ERRORS, LEAVE_PAPER_WORDS, type LeavePaperWord } from './words';

export class AddLeavePaperRequest extends LeaveReference {
  @ApiProperty({ description: 'What it is', enum: LEAVE_PAPER_WORDS })
  @IsIn(LEAVE_PAPER_WORDS)
  kind: LeavePaperWord;

  @ApiProperty({ description: 'Key in the file store' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/)
  fileKey: string;

  @RequiredText('Name of the file', 255)
  fileName: string;

  @ApiProperty({ description: 'Size', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  bytes: number;

  @ApiPropertyOptional({ description: 'Of one of mine only' })
  @IsOptional()
  @IsBoolean()
  own?: boolean;
}

export const AddLeavePaper = operation({
  subject: 'hr.command.add-leave-paper.v1',
  request: AddLeavePaperRequest,
  reply: LeaveView,
  errors: [LEAVE_ERRORS.notFound, LEAVE_ERRORS.notInState, ATTENDANCE_ERRORS.noStaff],
});

export class OpenLeavePaperRequest extends LeaveReference {
  @ApiProperty({ description: 'Id of the paper', format: 'uuid' })
  @IsUUID()
  paperId: string;

  @ApiPropertyOptional({ description: 'Of one of mine only' })
  @IsOptional()
  @IsBoolean()
  own?: boolean;
}

export const OpenLeavePaper = operation({
  subject: 'hr.query.open-leave-paper.v1',
  request: OpenLeavePaperRequest,
  reply: FiledPaper,
  errors: [LEAVE_ERRORS.notFound, LEAVE_ERRORS.paperNotFound, ATTENDANCE_ERRORS.noStaff],
});
