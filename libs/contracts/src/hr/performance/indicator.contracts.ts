import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import {
  Day,
  Figure,
  Id,
  Instant,
  ListOf,
  Month,
  Nested,
  OneOf,
  OptionalFigure,
  OptionalFlag,
  OptionalInstant,
  OptionalMonth,
  OptionalNested,
  OptionalText,
  RequiredText,
  Texts,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalOrganisationCode, OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { PERFORMANCE_ERRORS } from './performance-errors';

/** What is known of an indicator. */
export const INDICATOR_STATES = ['known', 'nothing', 'unknown'] as const;
export type IndicatorState = (typeof INDICATOR_STATES)[number];

export class IndicatorTargetView {
  @OptionalFigure('At least')
  least?: number;

  @OptionalFigure('At most')
  most?: number;
}

export class StaffIndicatorView {
  @RequiredText('Indicator, e.g. `talk-seconds`', 60)
  code: string;

  @Nested('What it is called', () => BilingualText)
  names: BilingualText;

  @RequiredText('Its unit', 20)
  unit: string;

  @OneOf(
    '`nothing`: nothing of its kind happened. `unknown`: nobody could tell. Neither is nought',
    INDICATOR_STATES,
  )
  state: IndicatorState;

  @OptionalFigure('Its value, in its unit; absent unless known')
  value?: number;

  @OptionalNested('Target of the month (§13)', () => IndicatorTargetView)
  target?: IndicatorTargetView;

  @ApiPropertyOptional({ description: 'Whether the target is met; absent without a value or a target' })
  @IsOptional()
  @IsBoolean()
  met?: boolean;
}

export class StaffIndicatorsView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OptionalText('Code of the group', 40)
  groupCode?: string;

  @Month('Month')
  month: string;

  @ListOf('Every indicator', () => StaffIndicatorView)
  indicators: StaffIndicatorView[];
}

export class ListStaffIndicatorsRequest extends PageRequest {
  @Month('Month')
  month: string;

  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;
}

export class StaffIndicatorsPage extends PageOf(StaffIndicatorsView, 'By staff number') {}

/** Indicators of §12 and art. 23 by person and month, beside the targets of §13. */
export const ListStaffIndicators = operation({
  subject: 'hr.query.staff-indicators.v1',
  request: ListStaffIndicatorsRequest,
  reply: StaffIndicatorsPage,
  errors: [PERFORMANCE_ERRORS.staffNotFound],
});

export class GetOwnIndicatorsRequest {
  @Month('Month')
  month: string;
}

/** One's own. */
export const GetOwnIndicators = operation({
  subject: 'hr.query.own-indicators.v1',
  request: GetOwnIndicatorsRequest,
  reply: StaffIndicatorsView,
  errors: [PERFORMANCE_ERRORS.notStaff],
});

export class PerformanceCaseView {
  @Id('Id of the case')
  caseId: string;

  @RequiredText('Number of the work order', 60)
  work: string;

  @RequiredText('Sign-in account that had it in hand', 200)
  accountId: string;

  @OptionalStaffNumber('Whose account that is; absent while no member of staff has it')
  staffNumber?: string;

  @Instant('Received')
  receivedAt: string;

  @OptionalInstant('Passed on or done; absent while in hand')
  handledAt?: string;

  @Figure('Minutes in hand, until now where it still is')
  minutes: number;

  @OptionalText('Outside cause for which it does not count (L378)', 1000)
  excludedReason?: string;

  @OptionalText('Document of that cause', 500)
  excludedEvidence?: string;

  @OptionalText('Who excluded it', 200)
  excludedBy?: string;
}

export class ListPerformanceCasesRequest extends PageRequest {
  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalMonth('Only received in this month')
  month?: string;

  @OptionalFlag('Only longer in hand than the target of its month, or not')
  overdue?: boolean;
}

export class PerformanceCasePage extends PageOf(PerformanceCaseView, 'The latest first') {}

/** Cases that somebody had in hand (L31). */
export const ListPerformanceCases = operation({
  subject: 'hr.query.performance-cases.v1',
  request: ListPerformanceCasesRequest,
  reply: PerformanceCasePage,
});

export class PerformanceCaseExclusion {
  @RequiredText('The outside cause', 1000)
  reason: string;

  @RequiredText('Where it is documented, e.g. a fault log or a work order', 500)
  evidence: string;
}

export class ExcludePerformanceCaseRequest extends PerformanceCaseExclusion {
  @Id('Id of the case')
  caseId: string;
}

/** A documented outside cause: the case counts in neither mean nor overdue cases (L378). */
export const ExcludePerformanceCase = operation({
  subject: 'hr.command.exclude-performance-case.v1',
  request: ExcludePerformanceCaseRequest,
  reply: PerformanceCaseView,
  errors: [PERFORMANCE_ERRORS.caseNotFound, PERFORMANCE_ERRORS.caseExcluded, PERFORMANCE_ERRORS.ownMatter],
});

export class TakePerformanceDayRequest {
  @Day('The day')
  day: string;
}

export class PerformanceDayTaken {
  @Day('The day')
  day: string;

  @Texts('What was taken: calls, ratings, presence, correctness', 200, 1000)
  taken: string[];

  @Texts('What could not be taken, and why; it is tried again by itself', 200, 1000)
  problems: string[];
}

/** Takes a day's figures from the telephones and the audits once more, e.g. after the telephones were out of reach. */
export const TakePerformanceDay = operation({
  subject: 'hr.command.take-performance-day.v1',
  request: TakePerformanceDayRequest,
  reply: PerformanceDayTaken,
});
