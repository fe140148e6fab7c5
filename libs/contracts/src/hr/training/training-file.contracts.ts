import { operation } from '../../kernel/contract';
import { Bounded, Flag, Id, Instant, ListOf, RequiredText, Whole } from '../../kernel/fields';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { CertificateView } from './certificate.contracts';
import { EnrolmentView } from './enrolment.contracts';
import { TrainingRecordView } from './record.contracts';
import { ServiceLevelTestView } from './service-level-test.contracts';
import { OptionalCourseCode } from './training-fields';

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
  errors: ['staff.not-found'],
});
