import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory, type StaffMember } from '../../../staff/staff-directory.port';
import { monthSpan } from '../../months';
import { type ScoreRun, ScoreRuns } from './score-runs.port';
import { ScoreStep } from './score-step';

const EVERY_MS = 2_000;
/** People of one step, which is one transaction. */
const STEP = 250;

/** Goes on with the runs that are under way, step by step; what a process leaves behind, the next one that looks goes on with. */
@Injectable()
export class StepScoreRuns extends RegularWork {
  constructor(
    private readonly runs: ScoreRuns,
    private readonly step: ScoreStep,
    private readonly staff: StaffDirectory,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('reckoning the scores of a month', EVERY_MS, logger);
  }

  /** A run was begun: it does not wait for the pause's end. */
  beginNow(): void {
    this.atOnce();
  }

  protected async round(): Promise<void> {
    for (const run of await this.runs.running()) await this.goOn(run);
  }

  private async goOn({ id, month }: ScoreRun): Promise<void> {
    const { firstDay: from, lastDay: to } = monthSpan(month);
    const people = await this.staff.list({ workedBetween: { from, to } });
    while (!this.stopping && (await this.oneStep(id, people)));
  }

  /** False when the run is done, or another process goes on with it. */
  private async oneStep(id: string, people: readonly StaffMember[]): Promise<boolean> {
    const run = await this.runs.find(id);
    if (run?.state !== 'running') return false;
    const next = people.filter(({ staffNumber }) => staffNumber > run.after).slice(0, STEP);
    const prepared = await this.step.prepare(next, run.month, { named: false });
    return this.work.inTransaction(async () => {
      const locked = await this.runs.lockRunning(id);
      if (locked?.after !== run.after) return false;
      const last = next.at(-1);
      if (!last) {
        await this.runs.end(id, this.clock.now());
        return false;
      }
      const { counts, failures } = await this.step.store(prepared, id, run.startedBy);
      await this.runs.advance(id, last.staffNumber, counts, failures);
      return true;
    });
  }
}
