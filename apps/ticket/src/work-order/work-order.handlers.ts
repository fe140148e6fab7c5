import { AcceptWorkOrderHandler } from './accept-work-order/accept-work-order.handler';
import { AnswerWorkOrderHandler } from './answer-work-order/answer-work-order.handler';
import { GetApplicationPapersHandler } from './application/get-application-papers/get-application-papers.handler';
import { ReachMilestoneHandler } from './application/reach-milestone/reach-milestone.handler';
import { TickPaperHandler } from './application/tick-paper/tick-paper.handler';
import { AssignWorkOrderHandler } from './assign-work-order/assign-work-order.handler';
import { AttachToWorkOrderHandler } from './attach-to-work-order/attach-to-work-order.handler';
import { ClassifyWorkOrderHandler } from './classify-work-order/classify-work-order.handler';
import { CloseWorkOrderHandler } from './close-work-order/close-work-order.handler';
import { ApproveCompensationHandler } from './complaint/approve-compensation/approve-compensation.handler';
import { FindCauseHandler } from './complaint/find-cause/find-cause.handler';
import { FinishMeasureHandler } from './complaint/finish-measure/finish-measure.handler';
import { GetComplaintProgrammeHandler } from './complaint/get-complaint-programme/get-complaint-programme.handler';
import { ListMeasuresHandler } from './complaint/list-measures/list-measures.handler';
import { PayCompensationHandler } from './complaint/pay-compensation/pay-compensation.handler';
import { PlanMeasureHandler } from './complaint/plan-measure/plan-measure.handler';
import { ProposeCompensationHandler } from './complaint/propose-compensation/propose-compensation.handler';
import { RefuseCompensationHandler } from './complaint/refuse-compensation/refuse-compensation.handler';
import { VerifyMeasureHandler } from './complaint/verify-measure/verify-measure.handler';
import { DecideWorkOrderHandler } from './decide-work-order/decide-work-order.handler';
import { ListDepartmentsHandler } from './department/list-departments/list-departments.handler';
import { PutDepartmentHandler } from './department/put-department/put-department.handler';
import { ForwardWorkOrderHandler } from './forward-work-order/forward-work-order.handler';
import { GetCaseProgressHandler } from './get-case-progress/get-case-progress.handler';
import { GetWorkOrderHistoryHandler } from './get-work-order-history/get-work-order-history.handler';
import { GetWorkOrderHandler } from './get-work-order/get-work-order.handler';
import { ListKindVersionsHandler } from './kinds/list-kind-versions/list-kind-versions.handler';
import { ListKindsHandler } from './kinds/list-kinds/list-kinds.handler';
import { SetKindHandler } from './kinds/set-kind/set-kind.handler';
import { LinkWorkOrderHandler } from './link-work-order/link-work-order.handler';
import { ListWorkOrdersHandler } from './list-work-orders/list-work-orders.handler';
import { MergeWorkOrderHandler } from './merge-work-order/merge-work-order.handler';
import { MoveResponsibilityHandler } from './move-responsibility/move-responsibility.handler';
import { NoteOnWorkOrderHandler } from './note-on-work-order/note-on-work-order.handler';
import { OpenWorkOrderHandler } from './open-work-order/open-work-order.handler';
import { PauseWorkOrderHandler } from './pause-work-order/pause-work-order.handler';
import { PromiseReplyHandler } from './promise-reply/promise-reply.handler';
import { ReopenWorkOrderHandler } from './reopen-work-order/reopen-work-order.handler';
import { ReplyInterimHandler } from './reply-interim/reply-interim.handler';
import { ReserveQueryCodesHandler } from './reserved-codes/reserve-query-codes.handler';
import { ResumeWorkOrderHandler } from './resume-work-order/resume-work-order.handler';
import { SuggestOwnerHandler } from './routing/suggest-owner/suggest-owner.handler';
import { SendBackWorkOrderHandler } from './send-back-work-order/send-back-work-order.handler';
import { TellCustomerHandler } from './tell-customer/tell-customer.handler';
import { UrgeWorkOrderHandler } from './urge-work-order/urge-work-order.handler';
import { AcceptVerificationHandler } from './verification/accept-verification/accept-verification.handler';
import { ListVerificationsHandler } from './verification/list-verifications/list-verifications.handler';
import { ReportVerificationHandler } from './verification/report-verification/report-verification.handler';
import { RequestVerificationHandler } from './verification/request-verification/request-verification.handler';
import { SendBackVerificationHandler } from './verification/send-back-verification/send-back-verification.handler';

/** Every operation on work orders and what belongs to them. */
export const WORK_ORDER_HANDLERS = [
  OpenWorkOrderHandler,
  GetCaseProgressHandler,
  GetWorkOrderHandler,
  ListWorkOrdersHandler,
  GetWorkOrderHistoryHandler,
  ReserveQueryCodesHandler,
  ListKindsHandler,
  ListKindVersionsHandler,
  SetKindHandler,
  ListDepartmentsHandler,
  PutDepartmentHandler,
  AssignWorkOrderHandler,
  AcceptWorkOrderHandler,
  ForwardWorkOrderHandler,
  MoveResponsibilityHandler,
  ClassifyWorkOrderHandler,
  NoteOnWorkOrderHandler,
  AttachToWorkOrderHandler,
  SuggestOwnerHandler,
  AnswerWorkOrderHandler,
  SendBackWorkOrderHandler,
  ReplyInterimHandler,
  UrgeWorkOrderHandler,
  PauseWorkOrderHandler,
  ResumeWorkOrderHandler,
  PromiseReplyHandler,
  DecideWorkOrderHandler,
  TellCustomerHandler,
  CloseWorkOrderHandler,
  ReopenWorkOrderHandler,
  MergeWorkOrderHandler,
  LinkWorkOrderHandler,
  GetApplicationPapersHandler,
  TickPaperHandler,
  ReachMilestoneHandler,
  RequestVerificationHandler,
  ReportVerificationHandler,
  SendBackVerificationHandler,
  AcceptVerificationHandler,
  ListVerificationsHandler,
  ProposeCompensationHandler,
  ApproveCompensationHandler,
  RefuseCompensationHandler,
  PayCompensationHandler,
  FindCauseHandler,
  GetComplaintProgrammeHandler,
  PlanMeasureHandler,
  FinishMeasureHandler,
  VerifyMeasureHandler,
  ListMeasuresHandler,
];
