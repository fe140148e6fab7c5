import type { Type } from '@nestjs/common';
import { AccountReviewModule } from './account-review/account-review.module';
import { AccountModule } from './account/account.module';
import { AgentModule } from './agent/agent.module';
import { AnonymityModule } from './anonymity/anonymity.module';
import { AttendanceModule } from './attendance/attendance.module';
import { BatchModule } from './batch/batch.module';
import { CallFlowModule } from './call-flow/call-flow.module';
import { CorrectnessModule } from './correctness/correctness.module';
import { CustomerOverviewModule } from './customer-overview/customer-overview.module';
import { CustomerModule } from './customer/customer.module';
import { DeskLogModule } from './desk-log/desk-log.module';
import { DialingPolicyModule } from './dialing-policy/dialing-policy.module';
import { ExamModule } from './exam/exam.module';
import { FieldWorkModule } from './field-work/field-work.module';
import { FollowUpModule } from './follow-up/follow-up.module';
import { HandoverModule } from './handover/handover.module';
import { HiringModule } from './hiring/hiring.module';
import { KnowledgeModule } from './knowledge/knowledge.module';
import { LeaveModule } from './leave/leave.module';
import { OutageModule } from './outage/outage.module';
import { PerformanceModule } from './performance/performance.module';
import { PolicyModule } from './policy/policy.module';
import { QualityModule } from './quality/quality.module';
import { QueueFiguresModule } from './queue-figures/queue-figures.module';
import { RecordingModule } from './recording/recording.module';
import { ReportModule } from './report/report.module';
import { RosterModule } from './roster/roster.module';
import { ServiceClockModule } from './service-clock/service-clock.module';
import { StaffModule } from './staff/staff.module';
import { StaffingModule } from './staffing/staffing.module';
import { SupervisorDayModule } from './supervisor-day/supervisor-day.module';
import { SwapModule } from './swap/swap.module';
import { TrainingModule } from './training/training.module';
import { WebhookModule } from './webhook/webhook.module';
import { WorkOrderModule } from './work-order/work-order.module';
import { WorkingCalendarModule } from './working-calendar/working-calendar.module';
import { WorkplaceModule } from './workplace/workplace.module';

/** The parts of the API, each a module of controllers. */
export const FEATURES: Type[] = [
  AccountModule,
  AccountReviewModule,
  AgentModule,
  AnonymityModule,
  AttendanceModule,
  BatchModule,
  CallFlowModule,
  CorrectnessModule,
  CustomerModule,
  CustomerOverviewModule,
  DeskLogModule,
  DialingPolicyModule,
  ExamModule,
  FieldWorkModule,
  FollowUpModule,
  HandoverModule,
  HiringModule,
  KnowledgeModule,
  LeaveModule,
  OutageModule,
  PerformanceModule,
  PolicyModule,
  QualityModule,
  QueueFiguresModule,
  RecordingModule,
  ReportModule,
  RosterModule,
  ServiceClockModule,
  StaffModule,
  StaffingModule,
  SupervisorDayModule,
  SwapModule,
  TrainingModule,
  WebhookModule,
  WorkOrderModule,
  WorkingCalendarModule,
  WorkplaceModule,
];
