import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Count,
  Id,
  Month,
  OneOf,
  OptionalFlag,
  OptionalMonth,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalOrganisationCode, OptionalStaffNumber, OptionalStaffNumbers } from '../staff/staff-fields';
import { PERFORMANCE_ERRORS } from './performance-errors';
import {
  APPEAL_DECISIONS,
  type AppealDecision,
  MONTHLY_SCORE_STATES,
  type MonthlyScoreState,
  MonthlyScoreStatement,
  MonthlyScoreView,
} from './score.view';

export class ListMonthlyScoresRequest extends PageRequest {
  @OptionalMonth('Only of this month')
  month?: string;

  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;

  @OptionalOneOf('Only in this state', MONTHLY_SCORE_STATES)
  state?: MonthlyScoreState;

  @OptionalFlag('Only with facts missing, or without')
  incomplete?: boolean;

  @OptionalFlag('Earlier versions too')
  allVersions?: boolean;
}

export class MonthlyScorePage extends PageOf(
  MonthlyScoreView,
  'The latest month first, then by staff number',
) {}

export const ListMonthlyScores = operation({
  subject: 'hr.query.monthly-scores.v1',
  request: ListMonthlyScoresRequest,
  reply: MonthlyScorePage,
});

export class MonthlyScoreReference {
  @Id('Id of the statement')
  scoreId: string;
}

export const GetMonthlyScore = operation({
  subject: 'hr.query.monthly-score.v1',
  request: MonthlyScoreReference,
  reply: MonthlyScoreStatement,
  errors: [PERFORMANCE_ERRORS.scoreNotFound],
});

export class PublishMonthlyScoresRequest {
  @Month('Month')
  month: string;

  @OptionalStaffNumbers('Only these; all drafts of the month unless given', 200)
  staffNumbers?: string[];

  @OptionalText('Why those with missing facts are published too; without it they stay drafts', 1000)
  incompleteReason?: string;
}

export class MonthlyScoresPublished {
  @Count('Told to their people')
  published: number;

  @Count('Stay drafts: facts are missing')
  incomplete: number;
}

/** Drafts become statements that their people see, and may appeal for as long as the policy says. */
export const PublishMonthlyScores = operation({
  subject: 'hr.command.publish-monthly-scores.v1',
  request: PublishMonthlyScoresRequest,
  reply: MonthlyScoresPublished,
});

export class ListOwnMonthlyScoresRequest extends PageRequest {}

/** One's own statements that are published, the latest first. */
export const ListOwnMonthlyScores = operation({
  subject: 'hr.query.own-monthly-scores.v1',
  request: ListOwnMonthlyScoresRequest,
  reply: MonthlyScorePage,
  errors: [PERFORMANCE_ERRORS.notStaff],
});

/** One's own statement; a draft is not there yet. */
export const GetOwnMonthlyScore = operation({
  subject: 'hr.query.own-monthly-score.v1',
  request: MonthlyScoreReference,
  reply: MonthlyScoreStatement,
  errors: [PERFORMANCE_ERRORS.scoreNotFound, PERFORMANCE_ERRORS.notStaff],
});

const OWN_ERRORS = [
  PERFORMANCE_ERRORS.scoreNotFound,
  PERFORMANCE_ERRORS.scoreState,
  PERFORMANCE_ERRORS.notStaff,
];

/** The person has read it. */
export const AcknowledgeMonthlyScore = operation({
  subject: 'hr.command.acknowledge-monthly-score.v1',
  request: MonthlyScoreReference,
  reply: MonthlyScoreStatement,
  errors: OWN_ERRORS,
});

export class MonthlyScoreAppeal {
  @RequiredText('What is wrong with it, and why', 2000)
  text: string;
}

export class AppealMonthlyScoreRequest extends MonthlyScoreAppeal {
  @Id('Id of the statement')
  scoreId: string;
}

/** Once for a month, within the policy's days. */
export const AppealMonthlyScore = operation({
  subject: 'hr.command.appeal-monthly-score.v1',
  request: AppealMonthlyScoreRequest,
  reply: MonthlyScoreStatement,
  errors: [...OWN_ERRORS, PERFORMANCE_ERRORS.appealOver],
});

export class ScoreAppealDecision {
  @OneOf('Decision', APPEAL_DECISIONS)
  decision: AppealDecision;

  @RequiredText('Its reason, told to the person', 2000)
  text: string;

  @ApiPropertyOptional({
    description:
      'Points given back; must be told when it is granted, 0 where a new reckoning of corrected facts is enough',
    minimum: 0,
    maximum: 110,
  })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(110)
  points?: number;
}

export class DecideScoreAppealRequest extends ScoreAppealDecision {
  @Id('Id of the statement')
  scoreId: string;
}

/** By somebody who neither reckoned nor published it, and is not the person. Granted, the score gets another version. */
export const DecideScoreAppeal = operation({
  subject: 'hr.command.decide-score-appeal.v1',
  request: DecideScoreAppealRequest,
  reply: MonthlyScoreStatement,
  errors: [
    PERFORMANCE_ERRORS.scoreNotFound,
    PERFORMANCE_ERRORS.scoreState,
    PERFORMANCE_ERRORS.appealByScorer,
    PERFORMANCE_ERRORS.ownMatter,
    PERFORMANCE_ERRORS.correctionMissing,
  ],
});
