import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import {
  AddTrainingNeedRequest,
  ApproveTrainingPlanRequest,
  CertificateReference,
  ChangeTrainingSessionRequest,
  CourseMaterialReference,
  CourseReference,
  DecideTrainingNeedRequest,
  GetCourseEffectRequest,
  GetTrainingPlanRequest,
  IssueCertificateRequest,
  ListCertificatesRequest,
  ListCoursesRequest,
  ListEnrolmentsRequest,
  ListOnboardingRequest,
  ListServiceLevelTestsRequest,
  ListTrainingImportErrorsRequest,
  ListTrainingNeedsRequest,
  ListTrainingRecordsRequest,
  ListTrainingSessionsRequest,
  PlanTrainingSessionRequest,
  RecordServiceLevelTestRequest,
  RevocationBody,
  SaveCourseRequest,
  SaveTrainerRequest,
  StaffReference,
  TrainingAttendanceBody,
  TrainingFeedbackBody,
  TrainingImportReference,
  TrainingNeedDecision,
  TrainingPlanBody,
  TrainingSessionReference,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class TrainingCoursePath extends CourseReference {}
export class TrainingMaterialPath extends CourseMaterialReference {}
export class TrainingCourseBody extends OmitType(SaveCourseRequest, ['code'] as const) {}
export class TrainingCoursesExportQuery extends ExportOf(ListCoursesRequest) {}
export class CourseEffectQuery extends OmitType(GetCourseEffectRequest, ['code'] as const) {}
export class TrainerPath extends PickType(SaveTrainerRequest, ['trainerId'] as const) {}
export class TrainerBody extends OmitType(SaveTrainerRequest, ['trainerId'] as const) {}

export class TrainingPlanPath extends PickType(GetTrainingPlanRequest, ['year'] as const) {}
export class TrainingPlanQuery extends OmitType(GetTrainingPlanRequest, ['year'] as const) {}
export class TrainingPlanVersionPath extends ApproveTrainingPlanRequest {}
export class AnnualTrainingPlanBody extends TrainingPlanBody {}
export class TrainingNeedPath extends PickType(DecideTrainingNeedRequest, ['needId'] as const) {}
export class TrainingNeedBody extends AddTrainingNeedRequest {}
export class TrainingNeedDecisionBody extends TrainingNeedDecision {}
export class TrainingNeedsExportQuery extends ExportOf(ListTrainingNeedsRequest) {}

export class TrainingSessionPath extends TrainingSessionReference {}
export class NewTrainingSessionBody extends PlanTrainingSessionRequest {}
export class TrainingSessionBody extends OmitType(ChangeTrainingSessionRequest, ['sessionId'] as const) {}
export class TrainingSessionsExportQuery extends ExportOf(ListTrainingSessionsRequest) {}
export class EnrolmentBody extends PickType(StaffReference, ['staffNumber'] as const) {}
export class EnrolmentPath extends IntersectionType(TrainingSessionReference, StaffReference) {}
export class EnrolmentsQuery extends OmitType(ListEnrolmentsRequest, ['sessionId'] as const) {}
export class EnrolmentsExportQuery extends OmitType(ExportOf(ListEnrolmentsRequest), [
  'sessionId',
] as const) {}
export class AttendanceListBody extends TrainingAttendanceBody {}
export class AnonymousFeedbackBody extends TrainingFeedbackBody {}

export class TrainingRecordsExportQuery extends ExportOf(ListTrainingRecordsRequest) {}
export class TrainingImportPath extends TrainingImportReference {}
export class TrainingImportErrorsQuery extends OmitType(ListTrainingImportErrorsRequest, [
  'importId',
] as const) {}
export class OnboardingExportQuery extends ExportOf(ListOnboardingRequest) {}
export class TrainingFilePath extends PickType(StaffReference, ['staffNumber'] as const) {}
export class ServiceLevelTestBody extends RecordServiceLevelTestRequest {}
export class ServiceLevelTestsExportQuery extends ExportOf(ListServiceLevelTestsRequest) {}

export class CertificatePath extends CertificateReference {}
export class CertificateBody extends IssueCertificateRequest {}
export class CertificateRevocationBody extends RevocationBody {}
export class CertificatesExportQuery extends ExportOf(ListCertificatesRequest) {}
