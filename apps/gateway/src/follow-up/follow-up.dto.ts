import { OmitType } from '@nestjs/swagger';
import {
  ExcludeFollowUpRequest,
  FaultSampleRequest,
  FollowUpReference,
  ListFollowUpsRequest,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class FollowUpPath extends FollowUpReference {}

export class FollowUpsExportQuery extends ExportOf(ListFollowUpsRequest) {}

export class ExcludeFollowUpBody extends OmitType(ExcludeFollowUpRequest, ['itemId'] as const) {}

export class FaultSamplePath extends FaultSampleRequest {}
