import { OmitType, PickType } from '@nestjs/swagger';
import {
  AcknowledgeEvaluationRequest,
  AppealEvaluationRequest,
  AssignQualityItemRequest,
  CalibrationMarks,
  CoachingBody,
  EvaluateCallRequest,
  FinishImprovementActionRequest,
  GetInspectorWorkloadRequest,
  GetQualityReportRequest,
  GetScorecardRequest,
  ImprovementPlanBody,
  ImprovementPlanClosing,
  ListCalibrationsRequest,
  ListCoachingGapsRequest,
  ListCoachingsRequest,
  ListEvaluationsRequest,
  ListImprovementPlansRequest,
  ListQualityAppealsRequest,
  ListQualityEscalationsRequest,
  ListQualityFrameRequest,
  ListQualityItemsRequest,
  ListQualitySamplesRequest,
  NoteImprovementPlanRequest,
  OpenCalibrationRequest,
  DecideQualityAppealRequest,
  QualityAppealDecision,
  QualitySettlement,
  ScorecardBody,
  SettleQualityEscalationRequest,
  TellEvaluationRequest,
  TranscriptBody,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class ScorecardDraftBody extends ScorecardBody {}
export class ScorecardQuery extends PickType(GetScorecardRequest, ['version'] as const) {}
export class QualitySamplesExportQuery extends ExportOf(ListQualitySamplesRequest) {}
export class AppealsExportQuery extends ExportOf(ListQualityAppealsRequest) {}
export class CalibrationsExportQuery extends ExportOf(ListCalibrationsRequest) {}
export class FrameQuery extends OmitType(ListQualityFrameRequest, ['day'] as const) {}
export class FrameExportQuery extends OmitType(ExportOf(ListQualityFrameRequest), ['day'] as const) {}
export class QualityItemsExportQuery extends ExportOf(ListQualityItemsRequest) {}
export class ItemInspectorBody extends PickType(AssignQualityItemRequest, ['inspector'] as const) {}
export class EvaluationBody extends EvaluateCallRequest {}
export class EvaluationsExportQuery extends ExportOf(ListEvaluationsRequest) {}
export class EvaluationFeedbackBody extends OmitType(TellEvaluationRequest, ['evaluationId'] as const) {}
export class AppealPath extends PickType(DecideQualityAppealRequest, ['appealId'] as const) {}
export class AppealDecisionBody extends QualityAppealDecision {}
export class RecordingTranscriptBody extends TranscriptBody {}
export class CalibrationBody extends OpenCalibrationRequest {}
export class CalibrationMarksBody extends CalibrationMarks {}
export class NewImprovementPlanBody extends ImprovementPlanBody {}
export class ImprovementPlansExportQuery extends ExportOf(ListImprovementPlansRequest) {}
export class ImprovementActionBody extends OmitType(FinishImprovementActionRequest, ['planId'] as const) {}
export class ImprovementNoteBody extends PickType(NoteImprovementPlanRequest, ['text'] as const) {}
export class ImprovementPlanClosingBody extends ImprovementPlanClosing {}
export class NewCoachingBody extends CoachingBody {}
export class CoachingsExportQuery extends ExportOf(ListCoachingsRequest) {}
export class CoachingGapsExportQuery extends ExportOf(ListCoachingGapsRequest) {}
export class EscalationsExportQuery extends ExportOf(ListQualityEscalationsRequest) {}
export class EscalationPath extends PickType(SettleQualityEscalationRequest, ['escalationId'] as const) {}
export class EscalationSettlementBody extends QualitySettlement {}
export class QualityReportExportQuery extends ExportOf(GetQualityReportRequest) {}
export class WorkloadExportQuery extends ExportOf(GetInspectorWorkloadRequest) {}
export class AcknowledgementBody extends OmitType(AcknowledgeEvaluationRequest, ['evaluationId'] as const) {}
export class OwnAppealBody extends OmitType(AppealEvaluationRequest, ['evaluationId'] as const) {}
