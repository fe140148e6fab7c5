import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Count,
  Day,
  Fen,
  Figure,
  Flag,
  ListOf,
  Month,
  OneOf,
  OptionalDay,
  OptionalFigure,
  OptionalFlag,
  OptionalMonth,
  OptionalOneOf,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  LEAVING_KIND_WORDS,
  LEAVING_REASON_WORDS,
  type LeavingKindWord,
  type LeavingReasonWord,
  OptionalOrganisationCode,
  OrganisationCode,
  StaffNumber,
} from '../staff/staff-fields';
import { HIRING_ERRORS, WARNING_FACT_WORDS } from './hiring-words';

export class TenureBandView {
  @Whole('Months of tenure, included', 0, 1200)
  from: number;

  @OptionalFigure('Months of tenure, excluded; absent for the longest')
  before?: number;

  @Count('Who left')
  leavers: number;
}

export class TurnoverView {
  @Day('First day')
  from: string;

  @Day('The day after the last')
  before: string;

  @Count('Staff when the period began')
  headCountAtStart: number;

  @Count('Staff when it ended')
  headCountAtEnd: number;

  @Count('Who was hired')
  hired: number;

  @Count('Who left; not who was hired and never started')
  leavers: number;

  @Count('By themselves')
  voluntary: number;

  @Count('Made to')
  involuntary: number;

  @OptionalFigure('Leavers of the mean head count, per cent; absent without staff')
  percent?: number;

  @OptionalFigure('The same as if it went on for a year')
  yearlyPercent?: number;

  @OptionalFigure('Of the leavers, per cent who went by themselves')
  voluntaryPercent?: number;

  @OptionalFigure('Of the leavers, per cent who went for pay')
  payPercent?: number;

  @Figure('What others have in a year, per cent, by policy')
  industryPercent: number;

  @ListOf('By tenure', () => TenureBandView)
  byTenure: TenureBandView[];

  @ApiProperty({
    description: 'By reason',
    type: 'object',
    additionalProperties: { type: 'integer' },
    example: { pay: 3 },
  })
  @IsObject()
  byReason: Record<string, number>;

  @Fen('What it cost, by policy at least 5,000 yuan a leaver')
  costFen: number;

  @Figure('Months until the seats are as good as before')
  lostMonths: number;
}

export class GetTurnoverRequest {
  @Day('First day')
  from: string;

  @Day('The day after the last; not in the future')
  before: string;

  @OptionalOrganisationCode('Only of this department', 'operations')
  departmentCode?: string;

  @OptionalOrganisationCode('Only of this post', 'agent')
  postCode?: string;
}

export const GetTurnover = operation({
  subject: 'hr.query.turnover.v1',
  request: GetTurnoverRequest,
  reply: TurnoverView,
  errors: [HIRING_ERRORS.badPeriod],
});

export class LeaverView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OrganisationCode('Department', 'operations')
  departmentCode: string;

  @OrganisationCode('Post', 'agent')
  postCode: string;

  @Day('First day')
  hiredOn: string;

  @Day('First day not staff any more')
  leftOn: string;

  @Count('Whole months of tenure')
  tenureMonths: number;

  @OptionalOneOf('By themselves, or made to', LEAVING_KIND_WORDS)
  leavingKind?: LeavingKindWord;

  @OptionalOneOf('Why', LEAVING_REASON_WORDS)
  leavingReason?: LeavingReasonWord;
}

export class ListLeaversRequest extends PageRequest {
  @OptionalDay('Only who left on this day or later')
  from?: string;

  @OptionalDay('Only who left before this day')
  before?: string;

  @OptionalOrganisationCode('Only of this department', 'operations')
  departmentCode?: string;

  @OptionalOneOf('Only who left so', LEAVING_KIND_WORDS)
  leavingKind?: LeavingKindWord;

  @OptionalOneOf('Only for this reason', LEAVING_REASON_WORDS)
  leavingReason?: LeavingReasonWord;
}

export class LeaverPage extends PageOf(LeaverView, 'Leavers, the latest first') {}

export const ListLeavers = operation({
  subject: 'hr.query.leavers.v1',
  request: ListLeaversRequest,
  reply: LeaverPage,
});

export class WarningSignView {
  @RequiredText('Code of the rule', 40)
  code: string;

  @OneOf('What it looks at', WARNING_FACT_WORDS)
  fact: (typeof WARNING_FACT_WORDS)[number];

  @OneOf('How', ['at-least', 'at-most'])
  comparison: 'at-least' | 'at-most';

  @Figure('Against what')
  value: number;

  @OptionalFigure('What there is; absent where nobody knows')
  found?: number;

  @Count('Points of it')
  points: number;

  @OneOf('Verdict', ['shown', 'not-shown', 'unknown'])
  verdict: 'shown' | 'not-shown' | 'unknown';
}

export class EarlyWarningView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OrganisationCode('Department', 'operations')
  departmentCode: string;

  @OptionalOrganisationCode('Group', 'telephone')
  groupCode?: string;

  @Month('Last month that was looked at')
  month: string;

  @Count('Points of all signs')
  points: number;

  @Flag('Whether the points of the policy are reached')
  warned: boolean;

  @ListOf('Each sign of the policy', () => WarningSignView)
  signs: WarningSignView[];
}

export class ListEarlyWarningsRequest extends PageRequest {
  @OptionalMonth('Last month that is looked at; the one before this unless given')
  month?: string;

  @OptionalOrganisationCode('Only of this department', 'operations')
  departmentCode?: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;

  @OptionalFlag('Also who is not warned of')
  all?: boolean;
}

export class EarlyWarningPage extends PageOf(EarlyWarningView, 'The most points first') {}

/** For a talk with the person, never for an action (§22). What is unknown is no sign, and told as unknown. */
export const ListEarlyWarnings = operation({
  subject: 'hr.query.early-warnings.v1',
  request: ListEarlyWarningsRequest,
  reply: EarlyWarningPage,
});
