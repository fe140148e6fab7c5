import { Controller } from '@nestjs/common';
import {
  ListScoreRuns,
  type ListScoreRunsRequest,
  type RequestContext,
  RunMonthlyScores,
  type RunMonthlyScoresRequest,
  type ScoreRunPage,
  type ScoreRunView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { RunScores } from './run-scores.use-case';
import { type ScoreRun, ScoreRuns } from './score-runs.port';
import { StepScoreRuns } from './step-score-runs';

/** Of a run, that are told. */
const MOST_FAILURES = 100;

@Controller()
export class ScoreRunsHandler {
  constructor(
    private readonly run: RunScores,
    private readonly runs: ScoreRuns,
    private readonly steps: StepScoreRuns,
  ) {}

  @Handles(RunMonthlyScores)
  async begin(request: RunMonthlyScoresRequest, context: RequestContext): Promise<ScoreRunView> {
    const run = await this.run.execute(request, context);
    this.steps.beginNow();
    return toRunView(run);
  }

  @Handles(ListScoreRuns)
  async list({ month, limit = 50, cursor }: ListScoreRunsRequest): Promise<ScoreRunPage> {
    const page = await this.runs.list(month, limit, cursor);
    return { ...page, items: page.items.map(toRunView) };
  }
}

function toRunView({ id, after: _after, startedAt, endedAt, failures, ...run }: ScoreRun): ScoreRunView {
  return {
    ...run,
    runId: id,
    failures: failures.slice(0, MOST_FAILURES),
    startedAt: startedAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
  };
}
