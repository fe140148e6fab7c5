import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import {
  Count,
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
  OptionalOneOf,
  OptionalText,
  RequiredText,
  Texts,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  OptionalOrganisationCode,
  OptionalStaffNumber,
  OptionalStaffNumbers,
  StaffNumber,
} from '../staff/staff-fields';
import { PERFORMANCE_ERRORS } from './performance-errors';
import { Period } from './performance-fields';
import {
  APPEAL_DECISIONS,
  type AppealDecision,
  MONTHLY_SCORE_STATES,
  type MonthlyScoreState,
  MonthlyScoreStatement,
  MonthlyScoreView,
} from './score.view';

export const SCORE_RUN_STATES = ['running', 'done'] as const;
export type ScoreRunState = (typeof SCORE_RUN_STATES)[number];

export class ScoreRunView {
  @Id('Id of the run')
  runId: string;

  @Month('Month')
  month: string;

  @OneOf('Whether it is under way', SCORE_RUN_STATES)
  state: ScoreRunState;

  @Count('Staff of the month, as far as it has come')
  staff: number;

  @Count('Scores that are new or another version')
  scored: number;

  @Count('Scores that came out as they were, or are final')
  unchanged: number;

  @Count('Of the scored, those with facts missing')
  incomplete: number;

  @Count('People whose score could not be reckoned; the others have theirs')
  failed: number;

  @Texts('Who failed and why, the first hundred', 200, 1000)
  failures: string[];

  @Instant('Begun')
  startedAt: string;

  @RequiredText('Who began it', 200)
  startedBy: string;

  @OptionalInstant('Ended')
  endedAt?: string;
}

export class RunMonthlyScoresRequest {
  @Month('Month; it must be over')
  month: string;

  @OptionalStaffNumbers('Only these, also where their score is final already', 200)
  staffNumbers?: string[];
}

/** Reckons a month's scores of all staff, in the background and in steps; asked again while it runs, it answers with the run. */
export const RunMonthlyScores = operation({
  subject: 'hr.command.run-monthly-scores.v1',
  request: RunMonthlyScoresRequest,
  reply: ScoreRunView,
  errors: [PERFORMANCE_ERRORS.monthNotOver],
});

export class ListScoreRunsRequest extends PageRequest {
  @OptionalMonth('Only of this month')
  month?: string;
}

export class ScoreRunPage extends PageOf(ScoreRunView, 'The latest first') {}

export const ListScoreRuns = operation({
  subject: 'hr.query.score-runs.v1',
  request: ListScoreRunsRequest,
  reply: ScoreRunPage,
});

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

export class ScoreTotalView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Figure('Sum of the months')
  total: number;

  @OptionalFigure('Mean of the months; absent without one')
  average?: number;

  @Count('Months with a score')
  months: number;

  @Texts('Months without one', 200, 1000)
  missing: string[];

  @Count('Rank by the sum; equals share it')
  rank: number;
}

export class ListScoreTotalsRequest extends PageRequest {
  @Period('Half-year or year: 2026-H2 or 2026')
  period: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;
}

export class ScoreTotalPage extends PageOf(ScoreTotalView, 'By rank') {}

/** Totals decide reward and punishment (L388); the first in them is rewarded (L402). Scores that are told to their people count. */
export const ListScoreTotals = operation({
  subject: 'hr.query.score-totals.v1',
  request: ListScoreTotalsRequest,
  reply: ScoreTotalPage,
});

const AWARDS = ['grade', 'title', 'adopted'] as const;

export class AwardProposalView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OneOf(
    'Grade, title, or an adopted proposal without points yet (record them with incident staff-proposal:<id>)',
    AWARDS,
  )
  award: (typeof AWARDS)[number];

  @RequiredText('Which', 40)
  code: string;

  @Nested('What it is called', () => BilingualText)
  names: BilingualText;
}

export class ListAwardProposalsRequest {
  @Month('Month')
  month: string;
}

export class AwardProposals {
  @ListOf('Grades, then titles', () => AwardProposalView)
  items: AwardProposalView[];
}

/** Graded awards and titles that the month's scores speak for (L267, S0 六.4); somebody decides. */
export const ListAwardProposals = operation({
  subject: 'hr.query.award-proposals.v1',
  request: ListAwardProposalsRequest,
  reply: AwardProposals,
});

export class DismissalAlertView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Month('Month whose reckoning saw it')
  month: string;

  @RequiredText('Paragraph of the rule book', 20)
  rule: string;

  @RequiredText('Reason: sick-leave, personal-leave or absence-lateness-sickness', 40)
  reason: string;

  @Nested('What was seen, and what the law bars (§22)', () => BilingualText)
  text: BilingualText;
}

export class ListDismissalAlertsRequest extends PageRequest {
  @OptionalMonth('Only of this month')
  month?: string;
}

export class DismissalAlertPage extends PageOf(DismissalAlertView, 'The latest month first') {}

/** For HR to look at, and nothing more (L373–375, §22). */
export const ListDismissalAlerts = operation({
  subject: 'hr.query.dismissal-alerts.v1',
  request: ListDismissalAlertsRequest,
  reply: DismissalAlertPage,
});
