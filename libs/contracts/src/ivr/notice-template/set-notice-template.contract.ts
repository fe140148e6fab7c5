import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import { NoticeTemplateDocument, NoticeTemplateReference, NoticeTemplateView } from './notice-template.view';

export const NOTICE_TEMPLATE_ERRORS = {
  /** The document is no template; `fields` names everything that is wrong. */
  invalid: 'notice-template.invalid',
  /** Somebody else set a version after the one that this change was made from. */
  versionConflict: 'notice-template.version-conflict',
} as const;

export class SetNoticeTemplateRequest extends NoticeTemplateReference {
  @ApiProperty({
    description: 'Version that the change was made from: the one in force',
    type: 'integer',
    minimum: 1,
  })
  @IsInt()
  @Min(1)
  basedOn: number;

  @NoticeTemplateDocument('The whole text')
  document: Record<string, unknown>;
}

/** Adds a version, in force at once for whatever is not being told yet; none is rewritten. */
export const SetNoticeTemplate = operation({
  subject: 'ivr.command.set-notice-template.v1',
  request: SetNoticeTemplateRequest,
  reply: NoticeTemplateView,
  errors: Object.values(NOTICE_TEMPLATE_ERRORS),
});
