import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, Matches } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Count,
  Id,
  Instant,
  OneOf,
  OptionalFigure,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { PERFORMANCE_ERRORS } from './performance-errors';
import { OptionalPeriod, Period } from './performance-fields';

export const APPRAISAL_TEMPLATE_STATES = ['draft', 'published'] as const;
export type AppraisalTemplateState = (typeof APPRAISAL_TEMPLATE_STATES)[number];

export const APPRAISAL_STATES = ['draft', 'published', 'acknowledged'] as const;
export type AppraisalState = (typeof APPRAISAL_STATES)[number];

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

export class AppraisalView {
  @Id('Id of the appraisal')
  appraisalId: string;

  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Period('Quarter or year')
  period: string;

  @RequiredText('Code of the template', 40)
  templateCode: string;

  @Count('Version of the template')
  templateVersion: number;

  @OneOf('Where it stands', APPRAISAL_STATES)
  state: AppraisalState;

  @OptionalFigure('Total, 0 to 100; absent while a criterion is unknown')
  total?: number;

  @ApiProperty({
    description: '{ criteria: [{ code, section, weight, points?, value? }], missing: [codes] }',
    type: 'object',
    additionalProperties: true,
  })
  @IsObject()
  result: Record<string, unknown>;

  @OptionalText('Remark of the appraiser', 4000)
  remark?: string;

  @OptionalText('Comment of the person', 2000)
  comment?: string;

  @Instant('Drafted')
  draftedAt: string;

  @RequiredText('Who appraises', 200)
  draftedBy: string;

  @OptionalInstant('Told to the person')
  publishedAt?: string;

  @OptionalInstant('Acknowledged by the person')
  acknowledgedAt?: string;
}

export class AppraisalBody {
  @StaffNumber()
  staffNumber: string;

  @Period('Quarter (2026-Q3) or year (2026), by the template')
  period: string;

  @ApiPropertyOptional({
    description: 'Code of the template; the one for the post unless given',
    example: 'agent-quarter',
  })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  templateCode?: string;

  @ApiPropertyOptional({
    description: 'Points of 0 to 100 for the criteria that somebody judges; added to those told before',
    type: 'object',
    additionalProperties: { type: 'number' },
    example: { 'team-work': 85, development: 70 },
  })
  @IsOptional()
  @IsObject()
  judged?: Record<string, number>;

  @OptionalText('Remark, told to the person', 4000)
  remark?: string;
}

export class DraftAppraisalRequest extends AppraisalBody {}

/** Draws it up, or up again with what is judged by now; indicators are reckoned from the months of the period. */
export const DraftAppraisal = operation({
  subject: 'hr.command.draft-appraisal.v1',
  request: DraftAppraisalRequest,
  reply: AppraisalView,
  errors: [
    PERFORMANCE_ERRORS.staffNotFound,
    PERFORMANCE_ERRORS.templateNotFound,
    PERFORMANCE_ERRORS.appraisalPeriod,
    PERFORMANCE_ERRORS.appraisalState,
    PERFORMANCE_ERRORS.ownMatter,
    PERFORMANCE_ERRORS.templateInvalid,
  ],
});

export class AppraisalReference {
  @Id('Id of the appraisal')
  appraisalId: string;
}

/** Whole only: with a criterion unknown it stays a draft. */
export const PublishAppraisal = operation({
  subject: 'hr.command.publish-appraisal.v1',
  request: AppraisalReference,
  reply: AppraisalView,
  errors: [
    PERFORMANCE_ERRORS.appraisalNotFound,
    PERFORMANCE_ERRORS.appraisalState,
    PERFORMANCE_ERRORS.appraisalIncomplete,
    PERFORMANCE_ERRORS.ownMatter,
  ],
});

export class ListAppraisalsRequest extends PageRequest {
  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalPeriod('Only of this period')
  period?: string;

  @OptionalOneOf('Only in this state', APPRAISAL_STATES)
  state?: AppraisalState;
}

export class AppraisalPage extends PageOf(AppraisalView, 'The latest first') {}

export const ListAppraisals = operation({
  subject: 'hr.query.appraisals.v1',
  request: ListAppraisalsRequest,
  reply: AppraisalPage,
});

export class ListOwnAppraisalsRequest extends PageRequest {}

export const ListOwnAppraisals = operation({
  subject: 'hr.query.own-appraisals.v1',
  request: ListOwnAppraisalsRequest,
  reply: AppraisalPage,
  errors: [PERFORMANCE_ERRORS.notStaff],
});

export class AppraisalComment {
  @OptionalText('What the person says to it', 2000)
  comment?: string;
}

export class AcknowledgeAppraisalRequest extends AppraisalComment {
  @Id('Id of the appraisal')
  appraisalId: string;
}

export const AcknowledgeAppraisal = operation({
  subject: 'hr.command.acknowledge-appraisal.v1',
  request: AcknowledgeAppraisalRequest,
  reply: AppraisalView,
  errors: [
    PERFORMANCE_ERRORS.appraisalNotFound,
    PERFORMANCE_ERRORS.appraisalState,
    PERFORMANCE_ERRORS.notStaff,
  ],
});
