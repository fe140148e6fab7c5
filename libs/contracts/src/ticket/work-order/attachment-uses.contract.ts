import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, MaxLength, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { WorkOrderUse } from './work-order-use';

export class AttachmentUsesRequest {
  @ApiProperty({ description: 'Keys of files', type: [String], maxItems: 200 })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  keys: string[];
}

/** A work order that the file is attached to. */
export class AttachmentUse extends WorkOrderUse {
  @ApiProperty({ description: 'Key of the file' })
  @IsString()
  key: string;
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
