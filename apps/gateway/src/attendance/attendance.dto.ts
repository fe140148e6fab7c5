import { ApiProperty, OmitType, PickType } from '@nestjs/swagger';
import {
  AttendanceMonthReference,
  AttendanceRevisionsRequest,
  DecidePunchRequest,
  ExemptionReference,
  HoldInterviewRequest,
  InterviewReference,
  ListAttendanceDaysRequest,
  ListAttendanceMonthRequest,
  ListExemptionsRequest,
  ListLatenessInterviewsRequest,
  ListPunchesRequest,
  ListReturnInterviewsRequest,
  ListSickCallsRequest,
  PunchReference,
  RecordSickCallRequest,
  ReviewLatenessInterviewRequest,
  VoidPunchRequest,
} from '@switchyard/contracts';
import { IsString } from 'class-validator';
import { ExportOf } from '../http/export-of';
import { OfOneself, OfPeople } from './of-people';

export class AttendanceDaysQuery extends OfPeople(ListAttendanceDaysRequest) {}
export class AttendanceDaysExportQuery extends ExportOf(AttendanceDaysQuery) {}
export class OwnAttendanceDaysQuery extends OfOneself(ListAttendanceDaysRequest) {}

export class AttendanceMonthQuery extends OfPeople(ListAttendanceMonthRequest) {}
export class AttendanceMonthExportQuery extends ExportOf(AttendanceMonthQuery) {}
export class AttendanceMonthPath extends PickType(AttendanceMonthReference, ['month'] as const) {}
export class AttendanceRevisionsPath extends PickType(AttendanceRevisionsRequest, [
  'month',
  'staffNumber',
] as const) {}

export class PunchesQuery extends OfPeople(ListPunchesRequest) {}
export class PunchesExportQuery extends ExportOf(PunchesQuery) {}
export class OwnPunchesQuery extends OfOneself(ListPunchesRequest) {}
export class PunchPath extends PickType(PunchReference, ['punchId'] as const) {}
export class PunchDecisionBody extends OmitType(DecidePunchRequest, ['punchId'] as const) {}
export class PunchVoidBody extends OmitType(VoidPunchRequest, ['punchId'] as const) {}

export class LatenessInterviewsQuery extends OfPeople(ListLatenessInterviewsRequest) {}
export class LatenessInterviewsExportQuery extends ExportOf(LatenessInterviewsQuery) {}
export class OwnLatenessInterviewsQuery extends OfOneself(ListLatenessInterviewsRequest) {}
export class ReturnInterviewsQuery extends OfPeople(ListReturnInterviewsRequest) {}
export class ReturnInterviewsExportQuery extends ExportOf(ReturnInterviewsQuery) {}
export class InterviewPath extends PickType(InterviewReference, ['interviewId'] as const) {}
export class InterviewBody extends OmitType(HoldInterviewRequest, ['interviewId'] as const) {}
export class InterviewReviewBody extends OmitType(ReviewLatenessInterviewRequest, ['interviewId'] as const) {}

export class InterviewFile {
  @ApiProperty({ description: 'Key to give with the interview' })
  @IsString()
  fileKey: string;

  @ApiProperty({ description: 'Name of the file' })
  @IsString()
  fileName: string;
}

export class SickCallsQuery extends OfPeople(ListSickCallsRequest) {}
export class SickCallsExportQuery extends ExportOf(SickCallsQuery) {}
export class OwnSickCallBody extends OmitType(RecordSickCallRequest, ['staffNumber', 'calledAt'] as const) {}

export class ExemptionsQuery extends OfPeople(ListExemptionsRequest) {}
export class ExemptionPath extends PickType(ExemptionReference, ['exemptionId'] as const) {}
