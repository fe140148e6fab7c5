import { ApiPropertyOptional, OmitType, PickType } from '@nestjs/swagger';
import {
  AskLeaveCancellationRequest,
  CheckLeaveRequest,
  DecideLeaveRequest,
  LEAVE_PAPER_WORDS,
  LeaveReference,
  type LeavePaperWord,
  ListAnnualBalancesRequest,
  ListLeaveDaysRequest,
  ListLeavesRequest,
  OpenLeavePaperRequest,
  RequestLeaveRequest,
} from '@switchyard/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { OfOneself, OfPeople } from '../attendance/of-people';
import { ExportOf } from '../http/export-of';

export class LeavePath extends PickType(LeaveReference, ['leaveId'] as const) {}
export class LeavePaperPath extends PickType(OpenLeavePaperRequest, ['leaveId', 'paperId'] as const) {}

export class LeavesQuery extends OfPeople(ListLeavesRequest) {}
export class LeavesExportQuery extends ExportOf(LeavesQuery) {}
export class OwnLeavesQuery extends OmitType(OfOneself(ListLeavesRequest), ['waitingForMe'] as const) {}
export class LeaveDaysQuery extends OfPeople(ListLeaveDaysRequest) {}
export class LeaveDaysExportQuery extends ExportOf(LeaveDaysQuery) {}
export class BalancesQuery extends OfPeople(ListAnnualBalancesRequest) {}
export class BalancesExportQuery extends ExportOf(BalancesQuery) {}
export class OwnBalancePath extends PickType(ListAnnualBalancesRequest, ['year'] as const) {}

export class OwnLeaveBody extends OmitType(RequestLeaveRequest, ['staffNumber'] as const) {}
export class OwnLeaveCheckBody extends OmitType(CheckLeaveRequest, ['staffNumber'] as const) {}
export class LeaveDecisionBody extends OmitType(DecideLeaveRequest, ['leaveId'] as const) {}
export class LeaveCancellationBody extends OmitType(AskLeaveCancellationRequest, ['leaveId'] as const) {}

export class LeavePaperQuery {
  @ApiPropertyOptional({ description: 'What it is', enum: LEAVE_PAPER_WORDS, default: 'other' })
  @IsOptional()
  @IsIn(LEAVE_PAPER_WORDS)
  kind?: LeavePaperWord;
}
