import { ApiProperty } from '@nestjs/swagger';
import { IsObject, Matches } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Count,
  Instant,
  OneOf,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { PERFORMANCE_ERRORS } from './performance-errors';

export const APPRAISAL_TEMPLATE_STATES = ['draft', 'published'] as const;
export type AppraisalTemplateState = (typeof APPRAISAL_TEMPLATE_STATES)[number];

const TEMPLATE_DOCUMENT =
  '{ names: { zh-CN, en }, roleKinds: [kinds of posts], period: quarter|year, criteria: [{ code, section: quality|efficiency|team|development, ' +
  'names: { zh-CN, en }, weight, indicator?: { code, none, full } }] }; without an indicator somebody judges it, 0 to 100';

export class AppraisalTemplateReference {
  @ApiProperty({ description: 'Code of the template', example: 'agent-quarter' })
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { message: 'must be 1 to 40 small letters, digits or dashes' })
  code: string;
}

export class AppraisalTemplateView extends AppraisalTemplateReference {
  @Count('Version')
  version: number;

  @OneOf('State; the latest published version is used', APPRAISAL_TEMPLATE_STATES)
  state: AppraisalTemplateState;

  @ApiProperty({ description: TEMPLATE_DOCUMENT, type: 'object', additionalProperties: true })
  @IsObject()
  document: Record<string, unknown>;

  @Count('Weights together; 100 to publish')
  weight: number;

  @Instant('Made')
  madeAt: string;

  @RequiredText('Who made it', 200)
  madeBy: string;

  @OptionalInstant('Published')
  publishedAt?: string;

  @OptionalText('Who published it', 200)
  publishedBy?: string;
}

export class AppraisalTemplateBody {
  @ApiProperty({ description: TEMPLATE_DOCUMENT, type: 'object', additionalProperties: true })
  @IsObject()
  document: Record<string, unknown>;
}

export class SaveAppraisalTemplateRequest extends AppraisalTemplateReference {
  @ApiProperty({ description: TEMPLATE_DOCUMENT, type: 'object', additionalProperties: true })
  @IsObject()
  document: Record<string, unknown>;
}

/** The draft in its new form; a published version stays, and the draft is the next. */
export const SaveAppraisalTemplate = operation({
  subject: 'hr.command.save-appraisal-template.v1',
  request: SaveAppraisalTemplateRequest,
  reply: AppraisalTemplateView,
  errors: [PERFORMANCE_ERRORS.templateInvalid],
});

/** At weights of 100 alone (S1 三(2)). */
export const PublishAppraisalTemplate = operation({
  subject: 'hr.command.publish-appraisal-template.v1',
  request: AppraisalTemplateReference,
  reply: AppraisalTemplateView,
  errors: [PERFORMANCE_ERRORS.templateNotFound, PERFORMANCE_ERRORS.templateInvalid],
});

export class ListAppraisalTemplatesRequest extends PageRequest {
  @OptionalOneOf('Only in this state', APPRAISAL_TEMPLATE_STATES)
  state?: AppraisalTemplateState;
}

export class AppraisalTemplatePage extends PageOf(
  AppraisalTemplateView,
  'By code, the latest version first',
) {}

export const ListAppraisalTemplates = operation({
  subject: 'hr.query.appraisal-templates.v1',
  request: ListAppraisalTemplatesRequest,
  reply: AppraisalTemplatePage,
});
