import { operation } from '../../kernel/contract';
import {
  Bounded,
  Day,
  Flag,
  Id,
  Instant,
  ListOf,
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
import { RowErrorPage } from '../../kernel/table-import';
import { CertificateView } from './certificate.contracts';
import { EnrolmentView } from './session.contracts';
import { ServiceLevelTestView } from './service-level-test.contracts';
import { CourseCode, OptionalCourseCode } from './training-fields';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';

export const TRAINING_RECORD_ERRORS = {
  importNotFound: 'training-import.not-found',
  /** Neither CSV nor XLSX, or a column is missing; `details` say which. */
  unreadable: 'training-import.unreadable',
  fileMissing: 'training-import.file-missing',
  tooManyRows: 'training-import.too-many-rows',
} as const;

export const COMPLETION_WORDS = ['completed', 'attendance-missing', 'exam-open', 'exam-failed'] as const;
export const RECORD_SOURCES = ['session', 'import'] as const;
export const ONBOARDING_WORDS = ['complete', 'on-track', 'behind', 'overdue'] as const;

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

export class ImportTrainingFileRequest {
  @RequiredText('Key of the file in the file store', 500)
  fileKey: string;

  @OptionalText('Name of the file', 255)
  fileName?: string;
}

export class TrainingImportView {
  @Id('Id of the import')
  importId: string;

  @OneOf('What it holds', ['records', 'questions'])
  kind: 'records' | 'questions';

  @OptionalText('Name of the file', 255)
  fileName?: string;

  @RequiredText('SHA-256 of the bytes', 64)
  sha256: string;

  @Whole('Data rows of the file; the four counts below sum to it', 0, 1_000_000)
  rowsTotal: number;

  @Whole('Rows that are new', 0, 1_000_000)
  rowsAdded: number;

  @Whole('Rows that changed what was there', 0, 1_000_000)
  rowsChanged: number;

  @Whole('Rows that were there already, just so', 0, 1_000_000)
  rowsUnchanged: number;

  @Whole('Rows that were refused; their errors say why', 0, 1_000_000)
  rowsRefused: number;

  @ListOf('Columns that nobody asked for', () => TrainingImportNote)
  warnings: TrainingImportNote[];

  @Instant('When')
  madeAt: string;

  @RequiredText('Who', 200)
  madeBy: string;
}

export class TrainingImportNote {
  @RequiredText('In Chinese', 2000)
  zh: string;

  @RequiredText('In English', 2000)
  en: string;
}

const IMPORT_ERRORS = [
  TRAINING_RECORD_ERRORS.unreadable,
  TRAINING_RECORD_ERRORS.fileMissing,
  TRAINING_RECORD_ERRORS.tooManyRows,
] as const;

/** Takes every good row, in one transaction, and keeps what is wrong with the others; the same file again changes nothing. */
export const ImportTrainingRecords = operation({
  subject: 'hr.command.import-training-records.v1',
  request: ImportTrainingFileRequest,
  reply: TrainingImportView,
  errors: IMPORT_ERRORS,
});

/** As `ImportTrainingRecords`, of questions: a row that changes a question makes a new version of it. */
export const ImportQuestions = operation({
  subject: 'hr.command.import-questions.v1',
  request: ImportTrainingFileRequest,
  reply: TrainingImportView,
  errors: IMPORT_ERRORS,
});

export class TrainingImportReference {
  @Id('Id of the import')
  importId: string;
}

export const GetTrainingImport = operation({
  subject: 'hr.query.training-import.v1',
  request: TrainingImportReference,
  reply: TrainingImportView,
  errors: [TRAINING_RECORD_ERRORS.importNotFound],
});

export class ListTrainingImportErrorsRequest extends PageRequest {
  @Id('Id of the import')
  importId: string;
}

export const ListTrainingImportErrors = operation({
  subject: 'hr.query.training-import-errors.v1',
  request: ListTrainingImportErrorsRequest,
  reply: RowErrorPage,
  errors: [TRAINING_RECORD_ERRORS.importNotFound],
});

export class OnboardingView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Day('Day of hiring')
  hiredOn: string;

  @Day('By when the hours are due')
  dueOn: string;

  @Whole('Minutes required (§15: 40 hours)', 0, 100_000)
  requiredMinutes: number;

  @Whole('Minutes that an even pace would have reached by today', 0, 100_000)
  expectedMinutes: number;

  @Whole('Minutes credited since hiring', 0, 10_000_000)
  minutes: number;

  @OneOf('State', ONBOARDING_WORDS)
  state: (typeof ONBOARDING_WORDS)[number];
}

export class ListOnboardingRequest extends PageRequest {
  @OptionalOneOf('Only in this state', ONBOARDING_WORDS)
  state?: (typeof ONBOARDING_WORDS)[number];

  @OptionalDay('Only who was hired from this day on; else from a year ago on')
  hiredFrom?: string;
}

export class OnboardingPage extends PageOf(OnboardingView, 'New hires by staff number') {}

export const ListOnboarding = operation({
  subject: 'hr.query.training-onboarding.v1',
  request: ListOnboardingRequest,
  reply: OnboardingPage,
});

export class ExamResultView {
  @Id('Id of the attempt')
  examAttemptId: string;

  @RequiredText('Title of the exam', 200)
  title: string;

  @OptionalCourseCode('Course')
  courseCode?: string;

  @Instant('When it was sat')
  startedAt: string;

  @Bounded('Mark', 0, 1_000_000)
  score: number;

  @Bounded('Best mark possible', 0, 1_000_000)
  fullMarks: number;

  @Flag('Whether it was passed')
  passed: boolean;
}

export class FeedbackGiven {
  @Id('Id of the session')
  sessionId: string;

  @Flag('Whether feedback was given; what was said is not known')
  given: boolean;
}

/** Everything that training keeps of a person (§15: used in appraisal and promotion). */
export class TrainingFileView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Whole('Minutes credited, of all time', 0, 100_000_000)
  minutes: number;

  @ListOf('Sessions, the latest 500', () => EnrolmentView)
  sessions: EnrolmentView[];

  @ListOf('Hours and marks, the latest 500', () => TrainingRecordView)
  records: TrainingRecordView[];

  @ListOf('Released results of exams', () => ExamResultView)
  exams: ExamResultView[];

  @ListOf('Service level tests', () => ServiceLevelTestView)
  serviceLevelTests: ServiceLevelTestView[];

  @ListOf('Certificates', () => CertificateView)
  certificates: CertificateView[];

  @ListOf('Of every session attended', () => FeedbackGiven)
  feedback: FeedbackGiven[];
}

export class GetTrainingFileRequest {
  @OptionalStaffNumber('Whose; oneself unless given')
  staffNumber?: string;
}

export const GetTrainingFile = operation({
  subject: 'hr.query.training-file.v1',
  request: GetTrainingFileRequest,
  reply: TrainingFileView,
  errors: ['staff.not-found', 'staff.not-found'],
});
