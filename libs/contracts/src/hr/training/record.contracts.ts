import { operation } from '../../kernel/contract';
import {
  Day,
  Id,
  OneOf,
  OptionalDay,
  OptionalFigure,
  OptionalId,
  OptionalOneOf,
  OptionalText,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { CourseCode, OptionalCourseCode } from './training-fields';

export const TRAINING_RECORD_ERRORS = {
  importNotFound: 'training-import.not-found',
  /** Neither CSV nor XLSX, or a column is missing; `details` say which. */
  unreadable: 'training-import.unreadable',
  fileMissing: 'training-import.file-missing',
  tooManyRows: 'training-import.too-many-rows',
} as const;

export const COMPLETION_WORDS = ['completed', 'attendance-missing', 'exam-open', 'exam-failed'] as const;
export const RECORD_SOURCES = ['session', 'import'] as const;

export class TrainingRecordView {
  @Id('Id of the record')
  recordId: string;

  @StaffNumber()
  staffNumber: string;

  @OptionalText('Name', 100)
  name?: string;

  @CourseCode()
  courseCode: string;

  @RequiredText('Title of the course in Chinese', 100)
  titleZh: string;

  @Day('Day')
  heldOn: string;

  @Whole('Minutes credited', 0, 6000)
  minutes: number;

  @OneOf('Where it comes from', RECORD_SOURCES)
  source: (typeof RECORD_SOURCES)[number];

  @OptionalId('Session')
  sessionId?: string;

  @OptionalText("The other system's name of it", 100)
  reference?: string;

  @OneOf('Whether the course is completed by it', COMPLETION_WORDS)
  completion: (typeof COMPLETION_WORDS)[number];

  @OptionalFigure('Mark')
  score?: number;

  @OptionalFigure('Best mark possible')
  fullMarks?: number;

  @OptionalText('Remark', 1000)
  remark?: string;
}

export class ListTrainingRecordsRequest extends PageRequest {
  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalCourseCode('Only of this course')
  courseCode?: string;

  @OptionalDay('Only from this day on')
  from?: string;

  @OptionalDay('Only up to this day')
  to?: string;

  @OptionalOneOf('Only with this completion', COMPLETION_WORDS)
  completion?: (typeof COMPLETION_WORDS)[number];

  @OptionalOneOf('Only from here', RECORD_SOURCES)
  source?: (typeof RECORD_SOURCES)[number];
}

export class TrainingRecordPage extends PageOf(TrainingRecordView, 'Records, the latest first') {}

export const ListTrainingRecords = operation({
  subject: 'hr.query.training-records.v1',
  request: ListTrainingRecordsRequest,
  reply: TrainingRecordPage,
});
