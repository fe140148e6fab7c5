import { ApiProperty, ApiPropertyOptional, OmitType, PickType } from '@nestjs/swagger';
import {
  BatchChangeRequest,
  BatchReference,
  ExportHandOffRequest,
  GetContactTimelineRequest,
  GetImportRequest,
  ListContactsRequest,
  ListDoNotCallRequest,
  ListHandOffRequest,
  ListRowErrorsRequest,
  PreviewBatchRequest,
  RecordHandOffReceiptRequest,
  RemoveDoNotCallRequest,
} from '@switchyard/contracts';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

/** The batch in the path. */
export class BatchPath extends BatchReference {}

export class ImportPath extends GetImportRequest {}

export class ContactPath extends GetContactTimelineRequest {}

export class RegistrationPath extends RemoveDoNotCallRequest {}

export class BatchChangeBody extends PickType(BatchChangeRequest, ['expectedVersion'] as const) {}

export class BatchChangeQuery extends PickType(BatchChangeRequest, ['expectedVersion'] as const) {}

export class PreviewQuery extends PickType(PreviewBatchRequest, ['rows'] as const) {}

export class RowErrorsQuery extends OmitType(ListRowErrorsRequest, ['importId'] as const) {}

export class ContactsQuery extends OmitType(ListContactsRequest, ['batchId'] as const) {}

export class HandOffQuery extends OmitType(ListHandOffRequest, ['batchId'] as const) {}

export class ExportQuery extends PickType(ExportHandOffRequest, ['format'] as const) {}

export class ReceiptBody extends OmitType(RecordHandOffReceiptRequest, ['batchId'] as const) {}

export class UploadQuery {
  @ApiPropertyOptional({ description: 'Name of a file that is sent as the body itself', maxLength: 255 })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  fileName?: string;
}

const YES_NO = ['true', 'false'] as const;

export class DoNotCallQuery extends OmitType(ListDoNotCallRequest, ['removed'] as const) {
  @ApiProperty({
    description: 'Also registrations that were removed',
    enum: YES_NO,
    default: 'false',
    required: false,
  })
  @IsOptional()
  @IsIn(YES_NO)
  removed?: (typeof YES_NO)[number];
}
