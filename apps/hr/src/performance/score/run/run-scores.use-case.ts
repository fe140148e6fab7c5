import { Inject, Injectable } from '@nestjs/common';
import { PERFORMANCE_ERRORS, type RequestContext, type RunMonthlyScoresRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../../staff/staff-directory.port';
import { monthSpan } from '../../months';
import { type ScoreRun, ScoreRuns } from './score-runs.port';
import { ScoreStep } from './score-step';

/**
 * Begins the reckoning of a month's scores of all staff, which goes on in the background (`StepScoreRuns`), or reckons those named at once.
 * @throws DomainError `performance.month-not-over`
 */
@Injectable()
export class RunScores {
  constructor(
    private readonly runs: ScoreRuns,
    private readonly step: ScoreStep,
    private readonly staff: StaffDirectory,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    { month, staffNumbers }: RunMonthlyScoresRequest,
    context: RequestContext,
  ): Promise<ScoreRun> {
    const now = this.clock.now();
    const { before, firstDay, lastDay } = monthSpan(month);
    if (before > now) {
      throw new DomainError(
        PERFORMANCE_ERRORS.monthNotOver,
        `${month} is not over yet; give a month that is.`,
        {
          field: 'month',
          overAt: before.toISOString(),
        },
      );
    }
    const by = context.actor.id;
    if (staffNumbers === undefined) return this.runs.begin(month, now, by);
    const people = await this.staff.list({ staffNumbers, workedBetween: { from: firstDay, to: lastDay } });
    const prepared = await this.step.prepare(people, month, { named: true });
    return this.work.inTransaction(async () => {
      const id = await this.runs.addDone(month, now, by);
      const { counts, failures } = await this.step.store(prepared, id, by);
      await this.runs.advance(id, people.at(-1)?.staffNumber ?? '', counts, failures);
      const done = await this.runs.find(id);
      if (!done) throw new Error(`run ${id} is gone`);
      return done;
    });
  }
}
