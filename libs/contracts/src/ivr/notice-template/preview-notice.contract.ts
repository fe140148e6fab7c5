import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Min,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { NoticeTemplateReference } from './notice-template.view';

export class PreviewNoticeRequest extends NoticeTemplateReference {
  @ApiPropertyOptional({
    description:
      'Contents of the notice, money in fen, as a contact has them (e.g. { "payableFen": 6850 }); what is left out is as in the sample',
    type: 'object',
    additionalProperties: true,
  })
  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'Fen paid meanwhile; 0 unless told', type: 'integer', minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  paidFen?: number;

  @ApiPropertyOptional({
    description: 'Another text to try, a document as the list of templates shows it. Nothing is stored',
    type: 'object',
    additionalProperties: true,
  })
  @IsOptional()
  @IsObject()
  document?: Record<string, unknown>;
}

export class NoticePartText {
  @ApiProperty({
    description: 'Which part, e.g. `opening`, `body`, `menu`; of a letter `title` and `paragraph`',
  })
  @IsString()
  part: string;

  @ApiProperty({ description: 'Its text' })
  @IsString()
  text: string;
}

export class NoticeProblem {
  @ApiProperty({ description: 'Where, e.g. `document.parts.body` or `data.payableFen`' })
  @IsString()
  field: string;

  @ApiProperty({ description: 'Stable code, e.g. `missing-variable`' })
  @IsString()
  code: string;

  @ApiProperty({ description: 'What is wrong, and what would be right' })
  @IsString()
  message: string;
}

export class NoticePreview {
  @ApiProperty({ description: 'Whether customers can be told so' })
  @IsBoolean()
  valid: boolean;

  @ApiProperty({ description: 'Everything that is wrong', type: [NoticeProblem] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NoticeProblem)
  problems: NoticeProblem[];

  @ApiProperty({
    description: 'What the customer hears or reads, word for word; empty when something is wrong',
    type: [NoticePartText],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NoticePartText)
  parts: NoticePartText[];
}

/** What a customer would hear or read (T5.1, T2.11), by sample data unless other data are given. */
export const PreviewNotice = operation({
  subject: 'ivr.query.preview-notice.v1',
  request: PreviewNoticeRequest,
  reply: NoticePreview,
});
