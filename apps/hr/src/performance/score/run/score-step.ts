import { Inject, Injectable } from '@nestjs/common';
import type { ScoreCorrection } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import type { StaffMember } from '../../../staff/staff-directory.port';
import { type CurrentScore, MonthlyScores, type ReckonedScore } from '../monthly-scores.port';
import { type ReckonedScores, ReckonScores } from '../reckon-scores';
import type { RunCounts } from './score-runs.port';

/** Whose appeal is under way, or whose month is closed, keeps it; a correction calls the person by name. */
const KEPT: ReadonlySet<string> = new Set(['appealed', 'decided', 'final']);

export interface StepOptions {
  /** Also those whose month is final; never one under appeal. */
  readonly named: boolean;
}

export interface PreparedStep extends ReckonedScores {
  readonly people: number;
  readonly month: string;
  readonly options: StepOptions;
}

export interface StepOutcome {
  readonly counts: RunCounts;
  readonly failures: readonly string[];
}

const isKept = ({ state }: CurrentScore, { named }: StepOptions): boolean =>
  state === 'appealed' || (!named && KEPT.has(state));

/**
 * Reckons and stores the scores of some people. Facts are gathered before the transaction, where one that cannot be read ends nothing; what
 * comes out as it was makes no version.
 */
@Injectable()
export class ScoreStep {
  constructor(
    private readonly scores: MonthlyScores,
    private readonly reckon: ReckonScores,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async prepare(people: readonly StaffMember[], month: string, options: StepOptions): Promise<PreparedStep> {
    const numbers = people.map(({ staffNumber }) => staffNumber);
    const current = await this.scores.current(month, numbers);
    const kept = new Set(current.flatMap((score) => (isKept(score, options) ? [score.staffNumber] : [])));
    const corrections = new Map(
      current.flatMap(({ staffNumber, facts }): [string, ScoreCorrection][] =>
        facts.correction ? [[staffNumber, facts.correction]] : [],
      ),
    );
    const due = people.filter(({ staffNumber }) => !kept.has(staffNumber));
    return { ...(await this.reckon.execute(due, month, corrections)), people: people.length, month, options };
  }

  /** In the open transaction; who was appealed meanwhile keeps the score. */
  store(step: PreparedStep, runId: string, by: string): Promise<StepOutcome> {
    return this.work.inTransaction(async () => {
      const changed = await this.changed(step);
      await this.scores.add(changed, { runId, at: this.clock.now(), by });
      const { failed, people } = step;
      return {
        counts: {
          staff: people,
          scored: changed.length,
          failed: failed.length,
          unchanged: people - changed.length - failed.length,
          incomplete: changed.filter(({ result }) => result.score.missing.length > 0).length,
        },
        failures: failed.map(({ staffNumber, why }) => `${staffNumber}: ${why}`),
      };
    });
  }

  private async changed({ scores, month, options }: PreparedStep): Promise<readonly ReckonedScore[]> {
    const numbers = scores.map(({ staffNumber }) => staffNumber);
    const current = await this.scores.lockCurrent(month, numbers);
    const byNumber = new Map(current.map((score) => [score.staffNumber, score]));
    return scores.filter(({ staffNumber, digest }) => {
      const known = byNumber.get(staffNumber);
      return !known || (known.digest !== digest && !isKept(known, options));
    });
  }
}
