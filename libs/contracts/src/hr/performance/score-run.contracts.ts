import { operation } from '../../kernel/contract';
import {
  Count,
  Id,
  Instant,
  Month,
  OneOf,
  OptionalInstant,
  OptionalMonth,
  RequiredText,
  Texts,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumbers } from '../staff/staff-fields';
import { PERFORMANCE_ERRORS } from './performance-errors';

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
