import { OmitType, PickType } from '@nestjs/swagger';
import {
  AnswersBody,
  DecideExamAppealRequest,
  ExamAppealBody,
  ExamAppealDecision,
  ExamAttemptReference,
  ListExamAppealsRequest,
  ListExamAttemptsRequest,
  ListQuestionsRequest,
  ListSittingsRequest,
  MarksBody,
  QuestionReference,
  SaveExamRequest,
  SaveQuestionRequest,
  SittingBody,
  SittingFields,
  SittingReference,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class QuestionPath extends QuestionReference {}
export class QuestionBody extends OmitType(SaveQuestionRequest, ['code'] as const) {}
export class QuestionsExportQuery extends ExportOf(ListQuestionsRequest) {}

export class ExamPath extends PickType(SaveExamRequest, ['examId'] as const) {}
export class ExamBody extends OmitType(SaveExamRequest, ['examId'] as const) {}

export class ExamSittingPath extends SittingReference {}
export class ExamSittingBody extends SittingBody {}
export class ExamSittingsExportQuery extends ExportOf(ListSittingsRequest) {}
export class ExamResitBody extends SittingFields {}

export class ExamAttemptPath extends ExamAttemptReference {}
export class ExamAttemptsExportQuery extends ExportOf(ListExamAttemptsRequest) {}
export class ExamAnswersBody extends AnswersBody {}
export class ExamMarksBody extends MarksBody {}

export class NewExamAppealBody extends ExamAppealBody {}
export class ExamAppealPath extends PickType(DecideExamAppealRequest, ['appealId'] as const) {}
export class ExamAppealDecisionBody extends ExamAppealDecision {}
export class ExamAppealsExportQuery extends ExportOf(ListExamAppealsRequest) {}
