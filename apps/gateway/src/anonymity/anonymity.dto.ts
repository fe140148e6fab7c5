import { OmitType } from '@nestjs/swagger';
import {
  DecideIdentityReadingRequest,
  IdentityBody,
  IdentityReadingReference,
  IdentityReference,
  ListIdentityAuditRequest,
  ListIdentityReadingsRequest,
  RequestIdentityReadingRequest,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class IdentityPath extends IdentityReference {}

export class KeptIdentityBody extends IdentityBody {}

export class ReadingRequestBody extends OmitType(RequestIdentityReadingRequest, ['number'] as const) {}

export class ReadingPath extends IdentityReadingReference {}

export class ReadingDecisionBody extends OmitType(DecideIdentityReadingRequest, [
  'requestId',
  'decision',
] as const) {}

export class ReadingsExportQuery extends ExportOf(ListIdentityReadingsRequest) {}

export class IdentityAuditExportQuery extends ExportOf(ListIdentityAuditRequest) {}
