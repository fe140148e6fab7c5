import { Inject, Injectable } from '@nestjs/common';
import type { ProposalStage } from '@switchyard/domain';
import {
  CLOCK,
  type Clock,
  describeError,
  DomainError,
  Logger,
  RegularWork,
  Repeat,
} from '@switchyard/platform';
import { rosterNotFound } from '../../roster/roster-refusals';
import { Rosters } from '../../roster/rosters.port';
import { Proposals, type ProposalResult, type StoredProposal } from '../proposals.port';
import { PrepareProposal } from './prepare-proposal';
import { type PlannedProposal, ProposalThread, ThreadEnded } from './proposal-thread';

const LOOK_MS = 5_000;
const BEAT_MS = 2_000;
/** A process that was not heard of for so long is gone; the next one begins anew. */
const DEAD_MS = 60_000;
const MOST_TRIES = 3;
/** Reading, checking and telling, beside solving. */
const BESIDE_MS = 120_000;

/**
 * Works on proposals, one at a time in a process. A job is a row: when the process ends it goes back into the queue, and
 * when the process dies another takes it over; after three tries it has failed, and says so.
 */
@Injectable()
export class RunProposals extends RegularWork {
  private current: ProposalThread | undefined;

  constructor(
    private readonly proposals: Proposals,
    private readonly rosters: Rosters,
    private readonly prepare: PrepareProposal,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('working on roster proposals', LOOK_MS, logger);
  }

  override async onApplicationShutdown(): Promise<void> {
    const ended = super.onApplicationShutdown();
    await this.current?.stop();
    await ended;
  }

  /** Something was asked for. */
  kick(): void {
    this.atOnce();
  }

  protected async round(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const job = this.stopping
        ? undefined
        : await this.proposals.claim(now, new Date(now.getTime() - DEAD_MS));
      if (!job) return;
      if (job.tries > MOST_TRIES) {
        await this.proposals.fail(job.id, `planning ended ${MOST_TRIES} times without a result`, now);
      } else await this.work(job);
    }
  }

  private async work(job: StoredProposal): Promise<void> {
    try {
      const roster = await this.rosters.find(job.rosterId);
      if (!roster) throw rosterNotFound(job.rosterId);
      const { patternVersion, ...request } = await this.prepare.prepare(roster, job.order);
      const planned = await this.plan(job, request);
      if (planned) await this.proposals.finish(job.id, resultOf(planned, patternVersion), this.clock.now());
    } catch (error) {
      if (this.stopping) return this.proposals.release(job.id);
      if (!(error instanceof DomainError))
        this.log.error('a roster proposal failed', { err: error, id: job.id });
      await this.proposals.fail(job.id, describeError(error), this.clock.now());
    }
  }

  /** Undefined when it was cancelled. @throws Error when the thread fails or takes too long */
  private async plan(job: StoredProposal, request: ConstructorParameters<typeof ProposalThread>[0]) {
    const state: { stage?: ProposalStage; percent: number; cancelled: boolean; late: boolean } = {
      percent: 0,
      cancelled: false,
      late: false,
    };
    const thread = new ProposalThread(request, (stage, percent) => Object.assign(state, { stage, percent }));
    this.current = thread;
    const beats = new Repeat(
      'telling how far a roster proposal is',
      BEAT_MS,
      async () => {
        if (await this.proposals.beat(job.id, state.stage, state.percent, this.clock.now())) return;
        state.cancelled = true;
        await thread.stop();
      },
      this.log,
    );
    const limit = setTimeout(
      () => {
        state.late = true;
        void thread.stop();
      },
      job.order.seconds * 1_000 + BESIDE_MS,
    );
    beats.start();
    try {
      if (this.stopping) throw new ThreadEnded();
      return await thread.outcome;
    } catch (error) {
      if (state.cancelled) return undefined;
      if (state.late) throw new Error('planning took too long and was stopped', { cause: error });
      throw error;
    } finally {
      clearTimeout(limit);
      this.current = undefined;
      await beats.stop();
      await thread.stop();
    }
  }
}

function resultOf(
  { proposal, solverMs }: PlannedProposal,
  patternVersion: number | undefined,
): ProposalResult {
  const { shifts, anchors, unmet, dropped, cutByTime } = proposal;
  return {
    anchors,
    unmet,
    dropped,
    cutByTime,
    solverMs,
    ...(patternVersion !== undefined && { patternVersion }),
    shifts: shifts.map(({ staffNumber, workDate, templateCode, templateVersion, duty }) => ({
      staffNumber,
      date: workDate,
      templateCode,
      templateVersion,
      duty,
    })),
  };
}
