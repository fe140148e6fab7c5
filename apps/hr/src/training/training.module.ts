import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module';
import { PolicyModule } from '../policy/policy.module';
import { QualityFactsModule } from '../quality/quality-facts.module';
import { RosterModule } from '../roster/roster.module';
import { CertificatesHandler } from './certificate/certificates.handler';
import { Certificates } from './certificate/certificates.port';
import { IssueForRecord } from './certificate/issue-for-record';
import { PgCertificates } from './certificate/persistence/pg-certificates';
import { RemindOfExpiry } from './certificate/remind/remind-of-expiry';
import { CourseModule } from './course/course.module';
import { Indicators } from './effect/indicators';
import { MeasureEffectHandler } from './effect/measure-effect.handler';
import { MeasureEffect } from './effect/measure-effect.use-case';
import { Participants } from './effect/participants.port';
import { PgParticipants } from './effect/persistence/pg-participants';
import { FeedbackHandler } from './feedback/feedback.handler';
import { Feedback } from './feedback/feedback.port';
import { PgFeedback } from './feedback/persistence/pg-feedback';
import { ImportRecordsHandler } from './importing/import-records.handler';
import { ImportRecords } from './importing/import-records.use-case';
import { ImportingModule } from './importing/importing.module';
import { CollectNeeds } from './need/collect-needs/collect-needs.use-case';
import { NeedsHandler } from './need/needs.handler';
import { Needs } from './need/needs.port';
import { PgNeeds } from './need/persistence/pg-needs';
import { TrainedStaffModule } from './people/trained-staff.module';
import { ApprovePlanHandler } from './plan/approve-plan/approve-plan.handler';
import { PgPlans } from './plan/persistence/pg-plans';
import { Plans } from './plan/plans.port';
import { ReadPlanHandler } from './plan/read-plan.handler';
import { SavePlanHandler } from './plan/save-plan/save-plan.handler';
import { CourseExams } from './record/course-exams.port';
import { CreditAttendance } from './record/credit-attendance';
import { ExamResults } from './record/exam-results.port';
import { GetFileHandler } from './record/get-file/get-file.handler';
import { ListOnboardingHandler } from './record/list-onboarding.handler';
import { ListRecordsHandler } from './record/list-records.handler';
import { PgCourseExams } from './record/persistence/pg-course-exams';
import { PgExamResults } from './record/persistence/pg-exam-results';
import { PgRecords } from './record/persistence/pg-records';
import { Records } from './record/records.port';
import { SettleCompletions } from './record/settle-completions';
import { PgServiceLevelTests } from './service-level-test/persistence/pg-service-level-tests';
import { ServiceLevelTestsHandler } from './service-level-test/service-level-tests.handler';
import { ServiceLevelTests } from './service-level-test/service-level-tests.port';
import { Collisions } from './session/enrol/collisions';
import { FreeSeatsOfFormerStaff } from './session/former-staff/free-seats-of-former-staff';
import { EnrolHandler } from './session/enrol/enrol.handler';
import { EnrolStaff } from './session/enrol/enrol.use-case';
import { PgEnrolments } from './session/persistence/pg-enrolments';
import { PgSessions } from './session/persistence/pg-sessions';
import { PlanSession } from './session/plan-session/plan-session.use-case';
import { SessionsHandler } from './session/sessions.handler';
import { Enrolments, Sessions } from './session/sessions.port';
import { ExcuseFromDesk } from './session/take-attendance/excuse-from-desk';
import { TakeAttendanceHandler } from './session/take-attendance/take-attendance.handler';
import { TakeAttendance } from './session/take-attendance/take-attendance.use-case';
import { PgTrainers } from './trainer/persistence/pg-trainers';
import { TrainersHandler } from './trainer/trainers.handler';
import { Trainers } from './trainer/trainers.port';
import { TrainingFactsModule } from './training-facts.module';

/** Courses, the annual plan, sessions and everybody's training file (§15). */
@Module({
  imports: [
    AttendanceModule,
    CourseModule,
    ImportingModule,
    PolicyModule,
    QualityFactsModule,
    RosterModule,
    TrainedStaffModule,
    TrainingFactsModule,
  ],
  controllers: [
    ApprovePlanHandler,
    CertificatesHandler,
    EnrolHandler,
    FeedbackHandler,
    GetFileHandler,
    ImportRecordsHandler,
    ListOnboardingHandler,
    ListRecordsHandler,
    MeasureEffectHandler,
    NeedsHandler,
    ReadPlanHandler,
    SavePlanHandler,
    ServiceLevelTestsHandler,
    SessionsHandler,
    TakeAttendanceHandler,
    TrainersHandler,
  ],
  providers: [
    CollectNeeds,
    Collisions,
    CreditAttendance,
    EnrolStaff,
    ExcuseFromDesk,
    FreeSeatsOfFormerStaff,
    ImportRecords,
    Indicators,
    IssueForRecord,
    MeasureEffect,
    PlanSession,
    RemindOfExpiry,
    SettleCompletions,
    TakeAttendance,
    { provide: Certificates, useClass: PgCertificates },
    { provide: CourseExams, useClass: PgCourseExams },
    { provide: Enrolments, useClass: PgEnrolments },
    { provide: ExamResults, useClass: PgExamResults },
    { provide: Feedback, useClass: PgFeedback },
    { provide: Needs, useClass: PgNeeds },
    { provide: Participants, useClass: PgParticipants },
    { provide: Plans, useClass: PgPlans },
    { provide: Records, useClass: PgRecords },
    { provide: ServiceLevelTests, useClass: PgServiceLevelTests },
    { provide: Sessions, useClass: PgSessions },
    { provide: Trainers, useClass: PgTrainers },
  ],
  exports: [FreeSeatsOfFormerStaff, SettleCompletions],
})
export class TrainingModule {}
