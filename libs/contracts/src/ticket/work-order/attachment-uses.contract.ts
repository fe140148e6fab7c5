import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { WORK_ORDER_KINDS, type WorkOrderKind } from './work-order.view';

export class AttachmentUsesRequest {
  @ApiProperty({ description: 'Keys of files', type: [String], maxItems: 200 })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  keys: string[];
}

export class AttachmentUse {
  @ApiProperty({ description: 'Key of the file' })
  @IsString()
  key: string;

  @ApiProperty({ description: 'Kind of the work order that it is attached to', enum: WORK_ORDER_KINDS })
  @IsIn(WORK_ORDER_KINDS)
  kind: WorkOrderKind;

  @ApiPropertyOptional({ description: 'When the work order was closed; absent while it is open' })
  @IsOptional()
  @IsISO8601()
  closedAt?: string;
}

export class AttachmentUses {
  @ApiProperty({ description: 'One for each work order and key', type: [AttachmentUse] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttachmentUse)
  uses: AttachmentUse[];
}

/** Which work orders files are attached to: whoever keeps the files must not delete what is in use. */
export const ListAttachmentUses = operation({
  subject: 'ticket.query.attachment-uses.v1',
  request: AttachmentUsesRequest,
  reply: AttachmentUses,
});
