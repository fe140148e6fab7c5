import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString } from 'class-validator';
import { all } from '../../kernel/fields';
import { BATCH_KINDS, type BatchKindName, type LanguageName, LANGUAGES } from '../batch/words';

export const NOTICE_TEMPLATE_MEDIA = ['spoken', 'letter'] as const;
export type NoticeTemplateMedium = (typeof NOTICE_TEMPLATE_MEDIA)[number];

export class NoticeTemplateReference {
  @ApiProperty({ description: 'Told by a call, or on paper', enum: NOTICE_TEMPLATE_MEDIA })
  @IsIn(NOTICE_TEMPLATE_MEDIA)
  medium: NoticeTemplateMedium;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Language that it is told in', enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language: LanguageName;
}

/** The text of a template; its fields are checked by ivr. */
export const NoticeTemplateDocument = (description: string): PropertyDecorator =>
  all(
    ApiProperty({
      description:
        `${description}. Spoken: { parts: { opening, several, account, body, part-paid, menu, thanks, later, human, opted-out, ` +
        'closing } }; letter: { title, paragraphs: [text or { when: "part-paid", text }] }. {variables} stand for what each customer ' +
        'is told, {essential-end} ends what must be heard for the notice to count',
      type: 'object',
      additionalProperties: true,
    }),
    IsObject(),
  );

export class NoticeTemplateView extends NoticeTemplateReference {
  @ApiProperty({ description: 'Version of the template, from 1; the highest is in force', type: 'integer' })
  @IsInt()
  version: number;

  @NoticeTemplateDocument('The whole text')
  document: Record<string, unknown>;

  @ApiProperty({ description: 'Who set it; `system:ivr` for what the product comes with' })
  @IsString()
  setBy: string;

  @ApiPropertyOptional({ description: 'When it was set, ISO 8601', format: 'date-time' })
  @IsOptional()
  @IsISO8601()
  setAt?: string;
}
