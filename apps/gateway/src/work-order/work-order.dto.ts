import { OmitType } from '@nestjs/swagger';
import { ListWorkOrdersRequest, WorkOrderHistoryRequest } from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class WorkOrdersExportQuery extends ExportOf(ListWorkOrdersRequest) {}

export class HistoryQuery extends OmitType(WorkOrderHistoryRequest, ['number'] as const) {}
