import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Day,
  Instant,
  Month,
  OptionalDay,
  OptionalFlag,
  OptionalInstant,
  OptionalMonth,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { OfStaff, PeopleListRequest } from './people-list';
import { ATTENDANCE_ERRORS, LATENESS_INTERVIEW_STATES, type LatenessInterviewState } from './words';
import { PageOf } from '../../kernel/paging';

/** Only what was uploaded for an interview. */
const FILE_KEY = /^interview\/[A-Za-z0-9._/-]{1,180}$/;

export class InterviewReference {
  @ApiProperty({ description: 'Id of the interview', format: 'uuid' })
  @IsUUID()
  interviewId: string;
}

export class HoldInterviewRequest extends InterviewReference {
  @RequiredText('What was talked about and agreed', 4000)
  record: string;

  @OptionalInstant('When it was held; now unless told')
  heldAt?: string;

  @ApiPropertyOptional({ description: 'Key of an uploaded file' })
  @IsOptional()
  @Matches(FILE_KEY)
  fileKey?: string;

  @OptionalText('Name of that file', 255)
  fileName?: string;
}

export class LatenessInterviewView extends OfStaff {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  interviewId: string;

  @Month('The month')
  month: string;

  @ApiProperty({ description: 'Logged latenesses of the month', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  lateCount: number;

  @ApiProperty({ description: 'Where it stands', enum: LATENESS_INTERVIEW_STATES })
  @IsIn(LATENESS_INTERVIEW_STATES)
  state: LatenessInterviewState;

  @Instant('Since when it is required (L260)')
  requiredAt: string;

  @OptionalInstant('When it was held')
  heldAt?: string;

  @OptionalText('Who held it', 200)
  heldBy?: string;

  @OptionalText('What was talked about and agreed', 4000)
  record?: string;

  @OptionalText('Name of the file that belongs to it', 255)
  fileName?: string;

  @OptionalInstant('When it was reviewed')
  reviewedAt?: string;

  @OptionalText('Who reviewed it', 200)
  reviewedBy?: string;

  @OptionalText('What the review found', 4000)
  review?: string;
}

export class ListLatenessInterviewsRequest extends PeopleListRequest {
  @OptionalMonth('Only of this month')
  month?: string;

  @ApiPropertyOptional({ description: 'Only in this state', enum: LATENESS_INTERVIEW_STATES })
  @IsOptional()
  @IsIn(LATENESS_INTERVIEW_STATES)
  state?: LatenessInterviewState;
}

export class LatenessInterviewPage extends PageOf(LatenessInterviewView, 'The newest first') {}

export const ListLatenessInterviews = operation({
  subject: 'hr.query.lateness-interviews.v1',
  request: ListLatenessInterviewsRequest,
  reply: LatenessInterviewPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

const INTERVIEW_REFUSALS = [
  ATTENDANCE_ERRORS.interviewNotFound,
  ATTENDANCE_ERRORS.interviewNotInState,
  ATTENDANCE_ERRORS.ownMatter,
];

export const HoldLatenessInterview = operation({
  subject: 'hr.command.hold-lateness-interview.v1',
  request: HoldInterviewRequest,
  reply: LatenessInterviewView,
  errors: INTERVIEW_REFUSALS,
});

export class ReviewLatenessInterviewRequest extends InterviewReference {
  @RequiredText('What the review found', 4000)
  review: string;
}

export const ReviewLatenessInterview = operation({
  subject: 'hr.command.review-lateness-interview.v1',
  request: ReviewLatenessInterviewRequest,
  reply: LatenessInterviewView,
  errors: INTERVIEW_REFUSALS,
});

export class ReturnInterviewView extends OfStaff {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  interviewId: string;

  @Day('Day of return')
  returnedOn: string;

  @Instant('By when it has to be held (L248)')
  dueAt: string;

  @ApiProperty({ description: 'Not held in time' })
  @IsBoolean()
  overdue: boolean;

  @OptionalInstant('When it was held')
  heldAt?: string;

  @OptionalText('Who held it', 200)
  heldBy?: string;

  @OptionalText('What was talked about', 4000)
  record?: string;

  @OptionalText('Name of the file that belongs to it', 255)
  fileName?: string;
}

export class ListReturnInterviewsRequest extends PeopleListRequest {
  @OptionalDay('Returned from this day on')
  from?: string;

  @OptionalDay('Returned up to this day')
  to?: string;

  @OptionalFlag('Only held, or only not held')
  held?: boolean;
}

export class ReturnInterviewPage extends PageOf(ReturnInterviewView, 'The newest first') {}

export const ListReturnInterviews = operation({
  subject: 'hr.query.return-interviews.v1',
  request: ListReturnInterviewsRequest,
  reply: ReturnInterviewPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

export const HoldReturnInterview = operation({
  subject: 'hr.command.hold-return-interview.v1',
  request: HoldInterviewRequest,
  reply: ReturnInterviewView,
  errors: INTERVIEW_REFUSALS,
});

export const INTERVIEW_KINDS = ['lateness', 'return'] as const;

export class OpenInterviewFileRequest extends InterviewReference {
  @ApiProperty({ description: 'Kind of interview', enum: INTERVIEW_KINDS })
  @IsIn(INTERVIEW_KINDS)
  kind: (typeof INTERVIEW_KINDS)[number];
}

export class FiledPaper {
  @ApiProperty({ description: 'Key in the file store' })
  @IsString()
  fileKey: string;

  @ApiProperty({ description: 'What it is called' })
  @IsString()
  fileName: string;
}

export const OpenInterviewFile = operation({
  subject: 'hr.query.open-interview-file.v1',
  request: OpenInterviewFileRequest,
  reply: FiledPaper,
  errors: [ATTENDANCE_ERRORS.interviewNotFound],
});
