import { OmitType, PickType } from '@nestjs/swagger';
import {
  AcknowledgeEscalationRequest,
  BatchReference,
  ClockPolicyReference,
  ListEscalationsRequest,
  ListNotificationsRequest,
  ListServiceClocksRequest,
  OutageReference,
  ReadNotificationRequest,
  ReTargetClockRequest,
  SetClockPolicyRequest,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class ServiceClocksExportQuery extends ExportOf(ListServiceClocksRequest) {}

export class EscalationsExportQuery extends ExportOf(ListEscalationsRequest) {}

export class ClockedOutagePath extends OutageReference {}

export class ClockedBatchPath extends BatchReference {}

export class ClockedWorkOrderPath extends PickType(ReTargetClockRequest, ['number'] as const) {}

export class WorkOrderStagePath extends PickType(ReTargetClockRequest, ['number', 'stage'] as const) {}

export class ReTargetClockBody extends OmitType(ReTargetClockRequest, ['number', 'stage'] as const) {}

export class ClockPath extends PickType(AcknowledgeEscalationRequest, ['clockId'] as const) {}

export class AcknowledgeEscalationBody extends OmitType(AcknowledgeEscalationRequest, ['clockId'] as const) {}

export class ClockPolicyPath extends ClockPolicyReference {}

export class SetClockPolicyBody extends OmitType(SetClockPolicyRequest, ['policyId'] as const) {}

export class NotificationsExportQuery extends ExportOf(ListNotificationsRequest) {}

export class NotificationPath extends ReadNotificationRequest {}
