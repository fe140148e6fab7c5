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

export const APPRAISAL_STATES = ['draft', 'published', 'acknowledged'] as const;
export type AppraisalState = (typeof APPRAISAL_STATES)[number];

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
