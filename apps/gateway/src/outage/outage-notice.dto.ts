import { OmitType } from '@nestjs/swagger';
import {
  ConfirmOutageNoticeRequest,
  ListAffectedAccountsRequest,
  ListMaintenanceRequest,
  ListOutageNoticesRequest,
  ListOutagesRequest,
  NoticePlanReference,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class NoticePlanPath extends NoticePlanReference {}

export class ConfirmOutageNoticeBody extends OmitType(ConfirmOutageNoticeRequest, ['planId'] as const) {}

export class AffectedAccountsQuery extends OmitType(ListAffectedAccountsRequest, ['outageId'] as const) {}

export class AffectedAccountsExportQuery extends ExportOf(AffectedAccountsQuery) {}

export class OutagesExportQuery extends ExportOf(ListOutagesRequest) {}

export class OutageNoticesExportQuery extends ExportOf(ListOutageNoticesRequest) {}

export class MaintenanceExportQuery extends ExportOf(ListMaintenanceRequest) {}
