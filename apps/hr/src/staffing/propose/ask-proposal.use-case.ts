import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, STAFFING_ERRORS } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { assertState, rosterNotFound } from '../../roster/roster-refusals';
import { Rosters } from '../../roster/rosters.port';
import { type ProposalOrder, Proposals, type StoredProposal } from '../proposals.port';
import { PrepareProposal } from './prepare-proposal';
import { RunProposals } from './run-proposals';

/**
 * Asks for a proposal; what it cannot be made from is told now. It is planned in the background.
 * @throws DomainError `roster-proposal.already-asked`, `roster-proposal.invalid`, `roster.not-allowed-in-state` …
 */
@Injectable()
export class AskProposal {
  constructor(
    private readonly proposals: Proposals,
    private readonly rosters: Rosters,
    private readonly prepare: PrepareProposal,
    private readonly runner: RunProposals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(rosterId: string, order: ProposalOrder, { actor }: RequestContext): Promise<StoredProposal> {
    const roster = await this.rosters.find(rosterId);
    if (!roster) throw rosterNotFound(rosterId);
    assertState(roster, 'draft');
    await this.prepare.prepare(roster, order);
    const proposal: StoredProposal = {
      id: randomUUID(),
      rosterId,
      state: 'queued',
      order,
      percent: 0,
      tries: 0,
      askedAt: this.clock.now(),
      askedBy: actor.id,
    };
    if (!(await this.proposals.add(proposal))) {
      const message = 'A proposal for this roster is under way; wait for it, or cancel it.';
      throw new DomainError(STAFFING_ERRORS.proposalAlreadyAsked, message, { field: 'rosterId' });
    }
    this.runner.kick();
    return proposal;
  }
}
