import { Inject, Injectable } from '@nestjs/common';
import { type CandidateView, HIRING_ERRORS, type RequestContext } from '@switchyard/contracts';
import { type CandidateState, hasEnded, type Obstacle } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { type Candidate, Candidates } from './candidates.port';
import { ShowCandidate } from './show-candidate';

export interface CandidateAct {
  readonly candidateId: string;
  /** Kept in the history. */
  readonly what: string;
  readonly note?: string;
  /** From which states it is possible. */
  readonly from: readonly CandidateState[];
}

/** States before the end. */
export const GOING_ON = ['new', 'interviewed', 'offered'] as const satisfies readonly CandidateState[];
/** States before an offer. */
export const UNDECIDED = ['new', 'interviewed'] as const satisfies readonly CandidateState[];

/** One act on one candidate at a time, noted in the history. */
@Injectable()
export class ChangeCandidates {
  constructor(
    private readonly candidates: Candidates,
    private readonly show: ShowCandidate,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `candidate.not-found`, `candidate.not-allowed-in-state`, and what `change` throws */
  execute(
    { candidateId, what, note, from }: CandidateAct,
    { actor }: RequestContext,
    change: (candidate: Candidate, at: Date) => Promise<Partial<Candidate>>,
  ): Promise<CandidateView> {
    return this.work.inTransaction(async () => {
      const candidate = await this.candidates.lock(candidateId);
      if (!candidate) throw candidateNotFound(candidateId);
      if (!from.includes(candidate.state)) throw notInState(candidate, from);
      const at = this.clock.now();
      const changed = { ...candidate, ...(await change(candidate, at)), updatedAt: at };
      await this.candidates.save(changed);
      await this.candidates.note(candidateId, {
        at,
        by: actor.id,
        what,
        ...(note !== undefined && { note }),
      });
      return this.show.view(changed);
    });
  }
}

export const candidateNotFound = (candidateId: string): DomainError =>
  new DomainError(HIRING_ERRORS.candidateNotFound, `There is no candidate ${candidateId}.`, { candidateId });

function notInState({ candidateId, state }: Candidate, from: readonly CandidateState[]): DomainError {
  return new DomainError(
    HIRING_ERRORS.candidateState,
    hasEnded(state)
      ? `This candidacy has ended: ${state}.`
      : `The candidate is ${state}; this is possible while they are ${from.join(' or ')}.`,
    { candidateId, state, possibleFrom: from },
  );
}

export function obstaclesInTheWay(obstacles: readonly Obstacle[]): DomainError {
  const named = obstacles.map((obstacle) =>
    obstacle.kind === 'requirement' ? `${obstacle.requirement} ${obstacle.verdict}` : obstacle.kind,
  );
  return new DomainError(
    HIRING_ERRORS.obstacles,
    `This stands against it: ${named.join(', ')}. Mend it, or give waiver with the reason where that is possible.`,
    { obstacles },
  );
}
